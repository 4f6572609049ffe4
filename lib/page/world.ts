import type { BadgeLook, Sheet } from '../markup';
import type { Marks, PaperKnowledge } from './marks';
import type { PageReader } from './reader';
import type { Tracer } from './tracer';

/** All that a person sees of us on a page. */
export interface Marker {
  marks: Marks;
  /** To be called when something else is known of papers. */
  updateCard(): void;
  /** Tells a person something in the corner of the page. */
  showNotice(notice: Sheet): void;
}

/** What it takes to mark papers. */
export interface MarkerSource {
  knowledge: PaperKnowledge;
  /** How badges look; there before the first of them. */
  look: () => BadgeLook;
  /** False once the extension that this script belongs to is gone; then everything is taken back. */
  isAlive: () => boolean;
}

/** What the scripts of ours share that stand in one page; the page sees nothing of it. */
export const world = globalThis as {
  /** Lets a script that came here before leave the page to one that comes now. */
  leaveToNext?: () => void;
  /** Is there once the script that marks papers has been loaded. */
  createMarker?: (source: MarkerSource) => Marker;
  /** Is there once the script that traces has been loaded. */
  traceWith?: (reader: PageReader, marks: Marks) => Tracer;
};
