import { ExpectedError } from '../lib/errors';
import type { FeedEntry } from './feed';
import { contentWords, plainTerms } from '../lib/search/content-words';

/** What tells a paper's abstract from another's: how it and its system are called. */
export interface NamedPaper {
  id: string;
  system?: string;
  title: string;
  otherTitles?: string[];
}

/** The abstracts of each paper, as any entry gives them, each once. */
export type AbstractsById = Map<string, string[]>;

/**
 * The abstracts of every paper, from all entries that give one for it.
 * @throws {ExpectedError} if an abstract belongs to no paper or to two alike, or if a paper is left without one
 */
export function abstractsByPaper(entries: FeedEntry[], papers: NamedPaper[]): AbstractsById {
  const idOf = matcher(entries, papers);
  const found = new Map(papers.map((paper) => [paper.id, new Set<string>()]));
  for (const entry of entries) {
    const abstracts = found.get(idOf(entry));
    if (!abstracts)
      throw new ExpectedError(`arXiv:${entry.id} (${quote(entry)}) is not in papers.json. Add it there first.`);
    abstracts.add(entry.abstract);
  }
  const missing = [...found].filter(([, abstracts]) => abstracts.size === 0).map(([id]) => id);
  if (missing.length > 0) {
    throw new ExpectedError(`No abstract was given for ${missing.join(', ')}. Add a document that has it.`);
  }
  return new Map([...found].map(([id, abstracts]) => [id, [...abstracts]]));
}

/** What is made of the abstracts of each paper, by id in code-unit order. */
export function inOrder<Made>(abstracts: AbstractsById, make: (texts: string[]) => Made): Record<string, Made> {
  return Object.fromEntries(
    [...abstracts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, texts]) => [id, make(texts)]),
  );
}

/**
 * Tells the id of an entry: its own, else that of the same text elsewhere, else that of the paper whose names fit best.
 * @throws {ExpectedError} if one text stands with two ids; the function it returns throws if no paper, or no single one, fits
 */
function matcher(entries: FeedEntry[], papers: NamedPaper[]): (entry: FeedEntry) => string {
  const known = new Map<string, string>();
  for (const entry of entries) {
    if (entry.id === undefined) continue;
    const key = textKey(entry);
    const other = known.get(key) ?? entry.id;
    if (other !== entry.id) throw new ExpectedError(`${quote(entry)} stands with two ids, ${other} and ${entry.id}.`);
    known.set(key, entry.id);
  }
  const scorer = nameScorer(papers);
  return (entry) => entry.id ?? known.get(textKey(entry)) ?? bestByName(entry, scorer(entry.abstract));
}

function textKey(entry: FeedEntry): string {
  return plainTerms(entry.abstract).join(' ');
}

interface Score {
  id: string;
  score: number;
}

/** The one paper with the highest score. Throws if there is none, or if the two best are level. */
function bestByName(entry: FeedEntry, scores: Score[]): string {
  const [best, second] = scores.toSorted((a, b) => b.score - a.score);
  if (!best)
    throw new ExpectedError(`${quote(entry)} fits no paper of papers.json. Add the paper, or the abstract's id.`);
  if (second && best.score - second.score < 1e-9) {
    throw new ExpectedError(`${quote(entry)} fits ${best.id} and ${second.id} alike. Give a document that has its id.`);
  }
  return best.id;
}

/**
 * Scores an abstract for each paper that it may belong to: one whose system it names, or half of whose names' weight it
 * holds. A word weighs more the fewer papers are called by it; the words of a system that is named count twice.
 */
function nameScorer(papers: NamedPaper[]): (abstract: string) => Score[] {
  const names = papers.map((paper) => ({
    id: paper.id,
    system: plainTerms(paper.system ?? '').join(' '),
    words: new Set(contentWords([paper.system ?? '', paper.title, ...(paper.otherTitles ?? [])].join(' '))),
  }));
  const weight = (word: string) => 1 + Math.log(papers.length / names.filter((name) => name.words.has(word)).length);
  const sum = (words: string[]) => words.reduce((total, word) => total + weight(word), 0);

  return (abstract) => {
    const phrase = ` ${plainTerms(abstract).join(' ')} `;
    const present = new Set(contentWords(abstract));
    return names.flatMap(({ id, system, words }) => {
      const named = system !== '' && phrase.includes(` ${system} `);
      const common = sum([...words].filter((word) => present.has(word)));
      if (!named && common < sum([...words]) / 2) return [];
      return [{ id, score: common + (named ? sum(contentWords(system)) : 0) }];
    });
  };
}

/** The beginning of an abstract, to name it in an error. */
function quote(entry: FeedEntry): string {
  return `The abstract "${entry.abstract.slice(0, 60)}…"`;
}
