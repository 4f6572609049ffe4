import { isConnected, nextSibling } from './dom';

/** Letters of a text, from `start` to `end`: kept true while texts are split and joined again around them. */
export interface TextPlace {
  text: Text;
  start: number;
  end: number;
}

/**
 * The places of a page in whose middle a badge may have to stand. A badge stands between two texts, so the text is
 * split there; the page's scripts still hold the first part and know nothing of the second, so when the badge goes,
 * the parts are joined again and the text is as the page made it.
 */
export class TextPlaces {
  readonly #placesIn = new WeakMap<Text, Set<TextPlace>>();

  keep(place: TextPlace): void {
    const places = this.#placesIn.get(place.text) ?? new Set();
    this.#placesIn.set(place.text, places.add(place));
  }

  forget(place: TextPlace): void {
    this.#placesIn.get(place.text)?.delete(place);
  }

  isKept(text: Text): boolean {
    return (this.#placesIn.get(text)?.size ?? 0) > 0;
  }

  /** Splits a text where a place ends. Undefined where the text ends there too. */
  splitAfter({ text, end }: TextPlace): Text | undefined {
    if (end >= text.data.length) return undefined;
    const tail = text.splitText(end);
    this.#move(text, tail, (place) => place.start >= end, -end);
    return tail;
  }

  /** Undoes a split; where the page has moved either part meanwhile, it is left as it is. */
  join(head: Text, tail: Text): void {
    if (!isConnected(head) || nextSibling(head) !== tail) return;
    const length = head.data.length;
    head.appendData(tail.data);
    this.#move(tail, head, () => true, length);
    tail.remove();
  }

  #move(from: Text, to: Text, isMoved: (place: TextPlace) => boolean, by: number): void {
    for (const place of this.#placesIn.get(from) ?? []) {
      if (!isMoved(place)) continue;
      this.forget(place);
      place.text = to;
      place.start += by;
      place.end += by;
      this.keep(place);
    }
  }
}
