/** A day `YYYY-MM-DD` as the person's language writes it; other texts come back as they are. */
export function formatDay(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time)
    ? day
    : new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' }).format(time);
}

/** A moment, in milliseconds since 1970, as the person's time of day; with the day where it is another one. */
export function formatTime(moment: number, now = Date.now()): string {
  const isToday = new Date(moment).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(undefined, {
    hour: '2-digit',
    minute: '2-digit',
    ...(!isToday && { day: 'numeric', month: 'long' }),
  }).format(moment);
}

/** A moment, in milliseconds since 1970, as the person's day and month; with the year where it is another one. */
export function formatMoment(moment: number, now = Date.now()): string {
  const isThisYear = new Date(moment).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(undefined, {
    day: 'numeric',
    month: 'long',
    ...(!isThisYear && { year: 'numeric' }),
  }).format(moment);
}

/** The month `YYYY-MM` of a moment, in milliseconds since 1970, by the clock of the person. */
export function monthOf(moment: number): string {
  const date = new Date(moment);
  return `${String(date.getFullYear()).padStart(4, '0')}-${String(date.getMonth() + 1).padStart(2, '0')}`;
}

/** A month `YYYY-MM` as the person's language writes it. */
export function formatMonth(month: string): string {
  return new Intl.DateTimeFormat(undefined, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${month}-01T00:00:00Z`),
  );
}

/** The day `YYYY-MM-DD` of a moment, in milliseconds since 1970, by the clock of the person. */
export function dayOf(moment: number): string {
  return `${monthOf(moment)}-${String(new Date(moment).getDate()).padStart(2, '0')}`;
}
