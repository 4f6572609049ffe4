import type { IntakeProgress, IntakeResult, Remark } from '../../lib/intake';

/** What is said of taking papers in. */

const count = (number: number) => Math.round(number).toLocaleString('en');

function counted(number: number, one: string, many: string): string {
  return `${count(number)} ${number === 1 ? one : many}`;
}

/** `1,200 papers, 2,400 a second, about 3 minutes left`. */
export function progressInWords({ records, rate, secondsLeft }: IntakeProgress): string {
  const parts = [counted(records, 'paper', 'papers')];
  if (rate >= 1) parts.push(`${count(rate)} a second`);
  if (secondsLeft !== undefined) parts.push(timeLeft(secondsLeft));
  return parts.join(', ');
}

function timeLeft(seconds: number): string {
  if (seconds < 5) return 'a few seconds left';
  if (seconds < 90) return `about ${Math.ceil(seconds / 5) * 5} seconds left`;
  if (seconds < 90 * 60) return `about ${Math.round(seconds / 60)} minutes left`;
  return `about ${Math.round(seconds / 3600)} hours left`;
}

/** What came of it, as sentences. */
export function resultInWords(result: IntakeResult): string {
  const { imported, updated, unchanged, skipped, isCancelled, problem, pack } = result;
  const isVain = imported + updated + unchanged === 0;
  const sum = isVain ? vainInWords(skipped, pack !== undefined) : `${countsInWords(result)}.`;
  if (pack && (isCancelled || problem !== undefined)) {
    return [problem ?? 'Stopped.', `Nothing of it was taken in: ${PACKS_AS_THEY_WERE}`].join(' ');
  }
  if (problem !== undefined) return `${sum} ${problem}`;
  return isCancelled ? `Stopped: what was imported stays. ${sum}` : sum;
}

const PACKS_AS_THEY_WERE = 'your packs are as they were.';

function vainInWords(skipped: number, isPack: boolean): string {
  const what = skipped > 0 ? `Nothing was imported, ${count(skipped)} skipped` : 'No paper was found';
  return isPack ? `${what}: ${PACKS_AS_THEY_WERE}` : `${what}. Your library is as it was.`;
}

function countsInWords({ imported, updated, unchanged, skipped, pack }: IntakeResult): string {
  const counts: [number, string][] = pack
    ? [
        [imported, 'added'],
        [updated, 'changed'],
        [unchanged, 'unchanged (reused)'],
        [pack.dropped, 'removed'],
        [skipped, 'skipped'],
      ]
    : [
        [imported, 'imported'],
        [updated, 'updated'],
        [unchanged, 'there already'],
        [skipped, 'skipped'],
      ];
  const parts = counts
    .filter(([number]) => number > 0)
    .map(([number, what], at) => `${at > 0 ? count(number) : counted(number, 'paper', 'papers')} ${what}`);
  return `${pack ? `Pack “${pack.name}”: ` : ''}${parts.join(', ')}`;
}

/** Where something was found: `feed.txt, line 3`. */
export function placeInWords({ file, line, record }: Remark): string {
  if (line !== undefined) return `${file}, line ${count(line)}`;
  return record !== undefined ? `${file}, record ${count(record)}` : file;
}
