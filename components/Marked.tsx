import type { Segment, TextTools } from './text-tools';

interface Props {
  text: string;
  terms: readonly string[];
  segments: TextTools['segments'];
}

/** A text with the words that met the query marked in it. */
export function Marked({ text, terms, segments }: Props) {
  return <>{segments(text, terms).map(shown)}</>;
}

function shown({ text, marked }: Segment) {
  return marked ? <mark>{text}</mark> : text;
}
