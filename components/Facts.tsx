import { Authors } from './Authors';
import { hasTitle, type Listed } from './listed';
import { Marked } from './Marked';
import type { TextTools } from './text-tools';

/** Enough to see why a paper was found whose row shows none of the words. */
const MENTIONED = 2;

/** At the end of a venue: an honour such as "(Oral)", which a line has no room for. */
const HONOUR = / *\([^()\d]*\)$/;

/** One line on a paper: its authors, venue and year; and why it was found, where nothing else shows it. */
export function Facts({ paper, segments }: { paper: Listed; segments: TextTools['segments'] }) {
  const { id, title, system, authors = [], published, terms = [] } = paper;
  const isMet = (text = '') => segments(text, terms).some((part) => part.marked);
  const marked = (text: string) => <Marked text={text} terms={terms} segments={segments} />;

  const venue = paper.venue?.replace(HONOUR, '');
  const year = published?.slice(0, 4);
  const isNamed = system !== undefined && !title?.includes(system) && isMet(system);
  const isShown = isNamed || [title, venue, ...authors].some(isMet);
  const mentioned = isShown ? [] : terms.slice(0, MENTIONED);

  if (authors.length === 0 && !hasTitle(paper)) return null;
  return (
    <p class="facts">
      <span class="who">
        {mentioned.length > 0 && <span class="why">mentions {marked(mentioned.join(', '))} · </span>}
        {isNamed && <span class="why">{marked(system)} · </span>}
        {authors.length === 0 && <span>arXiv:{id}</span>}
        <Authors authors={authors} isMet={isMet} terms={terms} segments={segments} />
      </span>
      <span class="where">
        {venue !== undefined && <span class="venue"> · {marked(venue)}</span>}
        {year !== undefined && !venue?.includes(year) && <span> · {year}</span>}
      </span>
    </p>
  );
}
