/** A paper that was found. */
export interface Found {
  /** The code of its id. */
  code: number;
  score: number;
}

/** Keeps the best of many papers: a heap of which the worst is on top. */
export class Best {
  readonly #heap: Found[] = [];
  #total = 0;

  constructor(private readonly limit: number) {}

  add(code: number, score: number): void {
    this.#total++;
    const heap = this.#heap;
    if (heap.length < this.limit) {
      heap.push({ code, score });
      this.#rise(heap.length - 1);
    } else if (heap[0] && isBetter(score, code, heap[0])) {
      heap[0] = { code, score };
      this.#sink();
    }
  }

  found(): { hits: Found[]; total: number } {
    const hits = this.#heap.toSorted((one, other) => (isBetter(one.score, one.code, other) ? -1 : 1));
    return { hits, total: this.#total };
  }

  #rise(from: number): void {
    const heap = this.#heap;
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1;
      const [own, above] = [heap[at], heap[parent]];
      if (!own || !above || !isBetter(above.score, above.code, own)) return;
      [heap[at], heap[parent]] = [above, own];
      at = parent;
    }
  }

  #sink(): void {
    const heap = this.#heap;
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let worst = at;
      for (const child of [left, right]) {
        const [own, other] = [heap[child], heap[worst]];
        if (own && other && isBetter(other.score, other.code, own)) worst = child;
      }
      const [own, other] = [heap[at], heap[worst]];
      if (worst === at || !own || !other) return;
      [heap[at], heap[worst]] = [other, own];
      at = worst;
    }
  }
}

/** The best of two such, all that each has kept. */
export function together(one: Best, other: Best): { hits: Found[]; total: number } {
  const [first, second] = [one.found(), other.found()];
  const hits = [...first.hits, ...second.hits].sort((a, b) => (isBetter(a.score, a.code, b) ? -1 : 1));
  return { hits, total: first.total + second.total };
}

/** Of papers that are worth the same the newer one is the better. */
function isBetter(score: number, code: number, than: Found): boolean {
  return score > than.score || (score === than.score && code > than.code);
}
