import * as v from 'valibot';

/** A value that is a text or a number, as a text; anything else, or nothing, is an empty one. */
const text = v.fallback(v.pipe(v.union([v.string(), v.number()]), v.transform(String)), '');

/** Values of any other type than a list are an empty one. */
const listOf = <Each extends v.GenericSchema<unknown, unknown>>(each: Each) => v.fallback(v.array(each), []);

/** Whatever is no object is taken for an empty one. */
const objectOf = <Entries extends v.ObjectEntries>(entries: Entries) => {
  const schema = v.object(entries);
  return v.fallback(schema, v.parse(schema, {}));
};

const Name = objectOf({
  literal: text,
  given: text,
  'dropping-particle': text,
  'non-dropping-particle': text,
  family: text,
  suffix: text,
});

const DateVariable = objectOf({ 'date-parts': listOf(listOf(text)), raw: text, literal: text });

/** What we add: see `exporter.ts`. */
const Manicule = objectOf({ tags: listOf(text), extras: v.fallback(v.record(v.string(), text), {}) });

/**
 * What we read of an item of CSL-JSON, by the names that csl-data.json (Citation Style Language, 1.0.2) gives its
 * variables. What an item has under another type than is said there is as if it were not there.
 */
export const CslItem = v.object({
  id: text,
  title: text,
  author: listOf(Name),
  issued: DateVariable,
  abstract: text,
  'container-title': text,
  volume: text,
  publisher: text,
  number: text,
  archive_location: text,
  page: text,
  DOI: text,
  URL: text,
  keyword: text,
  note: text,
  annote: text,
  custom: objectOf({ manicule: Manicule }),
});
