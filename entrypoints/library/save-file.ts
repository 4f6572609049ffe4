import type { Exporter, Kept } from '../../lib/exchange/format';
import { dayOf } from '../../lib/dates';
import { nextTask } from '../../lib/library/next-task';

/** In letters: so much of a file is written at one go, and then laid down. */
const PIECE = 250_000;

/** How long a browser may take to begin with a file. */
const BEGIN_MS = 60_000;

/** Writes papers into a file that the browser keeps where it keeps downloads. Resolves to what it is called. */
export async function saveFile(exporter: Exporter, papers: readonly Kept[]): Promise<string> {
  const file = `manicule-${dayOf(Date.now())}.${exporter.extension}`;
  const address = URL.createObjectURL(await write(exporter, papers));
  const link = document.createElement('a');
  link.href = address;
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), BEGIN_MS);
  return file;
}

/** The page has its turn after each piece. What was written lies outside of its memory. */
async function write({ write: piecesOf, mediaType: type }: Exporter, papers: readonly Kept[]): Promise<Blob> {
  const parts: Blob[] = [];
  let text = '';
  for (const piece of piecesOf(papers)) {
    text += piece;
    if (text.length < PIECE) continue;
    parts.push(new Blob([text]));
    text = '';
    await nextTask();
  }
  return new Blob([...parts, text], { type });
}
