/**
 * The moment that a `Retry-After` header names, in milliseconds since 1970: a number of seconds, or an HTTP date
 * (RFC 9110, 10.2.3). How far away it may lie is up to whoever waits.
 *
 * @param now when the answer came.
 * @returns undefined where there is no such header, or none that says anything.
 */
export function retryMoment(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return now + Number(text) * 1000;
  // Parsers take much for a date that is none, and one without a zone for a time of this place.
  const isDate = /^[A-Z][a-z]{2,8},? .*\d\d:\d\d:\d\d/.test(text);
  const moment = isDate ? Date.parse(text.endsWith('GMT') ? text : `${text} GMT`) : Number.NaN;
  return Number.isNaN(moment) ? undefined : moment;
}
