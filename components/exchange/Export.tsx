import type { PaperId } from '../../lib/paper';
import { papersInWords } from '../../lib/papers-in-words';
import type { Exchanging } from './exchanging';
import type { Task } from './use-task';

interface Props extends Pick<Exchanging, 'formats' | 'saveAs' | 'sendToZotero'> {
  /** The papers that are chosen on the page: these are written where there are any, else all that are kept. */
  chosen: readonly PaperId[];
  task: Task;
}

/** Writes papers into files for other programs, or sends them to one. */
export function Export({ formats, saveAs, sendToZotero, chosen, task }: Props) {
  const ids = chosen.length > 0 ? chosen : undefined;

  async function write(format: string): Promise<string> {
    const { papers, file } = await saveAs(format, ids);
    return `${papersInWords(papers)} written to ${file}.`;
  }

  async function send(signal: AbortSignal): Promise<string> {
    await sendToZotero(chosen, signal);
    return `${papersInWords(chosen.length)} sent to Zotero.`;
  }

  return (
    <>
      <p class="quiet">{ids ? `The ${papersInWords(ids.length)} that you selected:` : 'All papers that you keep:'}</p>
      <div class="ways">
        {formats.map((format) => (
          <button key={format} type="button" onClick={() => void task.run('Writing…', () => write(format))}>
            {`Export ${format}`}
          </button>
        ))}
        {ids && (
          <button type="button" onClick={() => void task.run('Sending to Zotero…', send)}>
            Send to Zotero
          </button>
        )}
      </div>
    </>
  );
}
