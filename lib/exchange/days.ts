const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const ISO = /^\d{4}-\d{2}-\d{2}(?!\d)/;
const MAIL = /^(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})(?!\d)/;

/**
 * The day `YYYY-MM-DD` of a time as arXiv writes it: `2007-04-02`, `2007-04-02T19:18:42Z` (RFC 3339) or
 * `Mon, 2 Apr 2007 19:18:42 GMT` (RFC 5322).
 * @returns undefined for any other text and for a day that no calendar has.
 */
export function dayOf(text: string): string | undefined {
  const [day = fromMail(text)] = ISO.exec(text) ?? [];
  return isDay(day) ? day : undefined;
}

/** Whether a text is a day `YYYY-MM-DD` that the calendar has. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

function fromMail(text: string): string {
  const [, day = '', name = '', year = ''] = MAIL.exec(text) ?? [];
  return `${year}-${String(MONTHS.indexOf(name) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
