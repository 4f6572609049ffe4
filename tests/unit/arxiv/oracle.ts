import { OLD_ARCHIVES } from '../../../lib/arxiv/archives';

/**
 * Whether arXiv could have given out an id, told slowly and plainly from the text of its rules: split at the mark
 * between, read both sides letter by letter.
 */
export function isIdByTheBook(text: string): boolean {
  const [, id = '', version] = /^(.*?)(?:v([^v]*))?$/i.exec(text.replace(/^solv-/i, 'sol_-')) ?? [];
  if (version !== undefined && (!isDigits(version) || version.startsWith('0'))) return false;
  const whole = id.replace(/^sol_-/i, 'solv-');
  return whole.includes('/') ? isOldByTheBook(whole) : isNewByTheBook(whole);
}

function isNewByTheBook(id: string): boolean {
  const parts = id.split('.');
  const [yymm = '', number = ''] = parts;
  if (parts.length !== 2 || yymm.length !== 4 || !isDigits(yymm) || !isDigits(number)) return false;
  const year = 2000 + Number(yymm.slice(0, 2));
  const month = Number(yymm.slice(2));
  if (month < 1 || month > 12) return false;
  if (year < 2007 || (year === 2007 && month < 4)) return false;
  return number.length === (year < 2015 ? 4 : 5) && Number(number) > 0;
}

function isOldByTheBook(id: string): boolean {
  const parts = id.split('/');
  const [category = '', digits = ''] = parts;
  const [archive = '', subject, ...more] = category.split('.');
  if (parts.length !== 2 || more.length > 0 || digits.length !== 7 || !isDigits(digits)) return false;
  if (subject !== undefined && !/^[a-z][a-z-]+$/i.test(subject)) return false;
  if (
    !OLD_ARCHIVES.some((name) => [name, name.split('-').join('')].includes(archive.toLowerCase())) ||
    digits.endsWith('000')
  )
    return false;
  const yy = Number(digits.slice(0, 2));
  const year = yy > 90 ? 1900 + yy : 2000 + yy;
  const month = Number(digits.slice(2, 4));
  if (month < 1 || month > 12) return false;
  const isAfterStart = year > 1991 || (year === 1991 && month >= 7);
  const isBeforeEnd = year < 2007 || (year === 2007 && month <= 3);
  return isAfterStart && isBeforeEnd;
}

function isDigits(text: string): boolean {
  return text.length > 0 && [...text].every((letter) => letter >= '0' && letter <= '9');
}
