import type { Change } from '../../lib/edit';
import type { IntakeProgress, IntakeResult, IntoPack } from '../../lib/intake';
import type { PaperId } from '../../lib/paper';

export interface IntakeOptions {
  /** Whether nothing but a backup is to be read. */
  isRestore?: boolean;
  /** The pack that the papers are taken into; without one they come into the library. */
  into?: IntoPack;
  /** Stops it. */
  signal: AbortSignal;
  onProgress: (progress: IntakeProgress) => void;
}

/** What was written into a file, and what that is called. */
interface Saved {
  papers: number;
  file: string;
}

/** How papers come in and go out outside of what is shown. */
export interface Exchanging {
  takeIn(files: readonly File[], options: IntakeOptions): Promise<IntakeResult>;
  takeBack(undo: Change[]): Promise<unknown>;
  /** The formats that papers can be written in, by what their buttons say after "Export". */
  formats: readonly string[];
  /** Writes papers into a file that the browser keeps: all that the person keeps where no ids are given. */
  saveAs(format: string, ids?: readonly PaperId[]): Promise<Saved>;
  /** Writes everything that the person keeps into a file, from which all of it can be restored. */
  saveBackup(): Promise<Saved>;
  /** To be called at once when the person asks for it: the browser may ask them whether it is allowed. */
  sendToZotero(ids: readonly PaperId[], signal: AbortSignal): Promise<void>;
}
