/** How arXiv writes what a paper has beside its words. */

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** The first day in a text, as `YYYY-MM-DD`: of `2025/11/10`, `Mon, 10 Nov 2025 12:00:00 UTC`, `10 November, 2025`. */
export function dayIn(text: string | undefined): string | undefined {
  const [, date] = /(\d{4}\/\d\d\/\d\d)/.exec(text ?? '') ?? [];
  if (date !== undefined) return date.replaceAll('/', '-');
  const [, day = '', name = '', year] = /\b(\d{1,2}) ([A-Z][a-z]{2})[a-z]{0,6},? (\d{4})\b/.exec(text ?? '') ?? [];
  const month = MONTHS.indexOf(name) / 3 + 1;
  return year === undefined || month < 1 ? undefined : `${year}-${`${month}`.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The categories that a list of subjects names, the primary one first: `Machine Learning (cs.LG); Optics (…)`. */
export function categoriesIn(subjects: string): Categories {
  return categories(Array.from(subjects.matchAll(/\(([a-z][\w.-]*)\)(?=;|$)/g), ([, category = '']) => category));
}

interface Categories {
  category: string | undefined;
  otherCategories: string[];
}

/** The primary category and the others, each once. */
export function categories([category, ...others]: readonly string[]): Categories {
  return { category, otherCategories: [...new Set(others)].filter((other) => other !== category) };
}

/** The first DOI in a text that is not arXiv's own for its copy. */
export function doiIn(text: string | undefined): string | undefined {
  const [doi] = /\b10\.(?!48550\/arxiv)\d{4,9}\/[^\s,;"<>]+/i.exec(text ?? '') ?? [];
  return doi?.replace(/\.+$/, '');
}

/** A name as citations have it, `Last, First`, in the order in which it is said. */
export function firstLast(name: string): string {
  const [last = '', ...first] = name.split(',');
  return `${first.join(',')} ${last}`.replace(/\s+/g, ' ').trim();
}
