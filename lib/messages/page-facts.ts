import * as v from 'valibot';
import type { PaperId } from '../paper';
import { type PageFacts, present } from '../paper-facts';
import { MAX_IDS } from './admission';
import { IdForm } from './forms';

/** A line of words: what is no letter of any kind is not printed either. */
const words = (most: number) => v.pipe(v.string(), v.maxLength(most), v.regex(/^[^\p{Cc}]+$/u));
const Category = v.pipe(v.string(), v.maxLength(30), v.regex(/^[a-z]+(?:-[a-z]+)?(?:\.[A-Za-z]+(?:-[a-z]+)?)?$/));
const Day = v.pipe(v.string(), v.isoDate());
const Version = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999));

/** What is of another form is left out, and costs nothing of the rest. */
const maybe = <Form extends v.GenericSchema>(form: Form) => v.fallback(v.optional(form), undefined);

/** The form of facts, and the most that arXiv has of each, with room: the longest list of authors has 5,000 names. */
const Facts = v.object({
  id: IdForm,
  title: maybe(words(1000)),
  authors: maybe(v.pipe(v.array(words(200)), v.maxLength(10_000))),
  abstract: maybe(words(20_000)),
  category: maybe(Category),
  otherCategories: maybe(v.pipe(v.array(Category), v.maxLength(50))),
  published: maybe(Day),
  updated: maybe(Day),
  version: maybe(Version),
  shown: maybe(Version),
  venue: maybe(words(1000)),
  doi: maybe(v.pipe(words(300), v.startsWith('10.'))),
  comment: maybe(words(5000)),
} satisfies Record<keyof PageFacts, v.GenericSchema>);

/** Takes of a page's answer what are facts of papers that it was asked about, at most once of each. */
export function factsFrom(answer: unknown, asked: readonly PaperId[]): PageFacts[] {
  if (!Array.isArray(answer) || answer.length > MAX_IDS) return [];
  const found = new Map<PaperId, PageFacts>();
  for (const told of answer) {
    const { success, output } = v.safeParse(Facts, told);
    if (success && asked.includes(output.id) && !found.has(output.id)) found.set(output.id, present(output));
  }
  return [...found.values()];
}
