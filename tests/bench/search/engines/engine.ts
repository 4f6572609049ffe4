/** A search engine in the worker of an extension of its own, which may be stopped as Manicule's may. */
import type { Paper, PaperId } from '../../../../lib/paper';

export interface Engine {
  /** Takes papers in, some at a time. */
  add(papers: readonly Paper[]): Promise<void>;
  /** Resolves when all that was taken in is on disk, in the form in which it will be read. */
  finish(): Promise<void>;
  /** The best papers, of which all words must be met. A worker that has just started reads first what it needs. */
  search(query: string): Promise<PaperId[]>;
  sizes(): Promise<Sizes>;
}

/** In bytes. */
export interface Sizes {
  /** What lies on disk. */
  disk: number;
  /** The memory of its WebAssembly, which the browser does not count with the worker's. */
  wasm: number;
}

/** How many papers an engine finds for a query. */
export const LIMIT = 20;

export type EngineRequest =
  | { ask: 'add'; papers: Paper[] }
  | { ask: 'finish' }
  | { ask: 'search'; query: string }
  | { ask: 'sizes' };

/** `took` is the time in the worker itself, in milliseconds. */
export type EngineAnswer = { took: number; found: PaperId[]; sizes: Sizes } | { problem: string };

declare const chrome: {
  runtime: {
    onMessage: {
      addListener(
        listener: (request: EngineRequest, sender: unknown, respond: (answer: EngineAnswer) => void) => true,
      ): void;
    };
  };
};

/** Answers the pages of the extension. */
export function serve(engine: Engine): void {
  chrome.runtime.onMessage.addListener((request, _sender, respond) => {
    void answer(engine, request).then(respond);
    return true;
  });
}

async function answer(engine: Engine, request: EngineRequest): Promise<EngineAnswer> {
  const start = performance.now();
  try {
    if (request.ask === 'add') await engine.add(request.papers);
    if (request.ask === 'finish') await engine.finish();
    const found = request.ask === 'search' ? await engine.search(request.query) : [];
    const sizes = request.ask === 'sizes' ? await engine.sizes() : { disk: 0, wasm: 0 };
    return { took: performance.now() - start, found, sizes };
  } catch (error) {
    return { problem: String(error) };
  }
}
