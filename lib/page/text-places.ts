import { detach } from './dom';

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
export interface TextPlaces {
  keep(place: TextPlace): void;
  forget(place: TextPlace): void;
  isKept(text: Text): boolean;
  /** Splits a text where a place ends. Undefined where the text ends there too. */
  splitAfter(place: TextPlace): Text | undefined;
  /** Undoes a split, wherever the page has put the first part meanwhile: it is the whole text to the page. */
  join(head: Text, tail: Text): void;
}

export function createTextPlaces(): TextPlaces {
  const placesIn = new WeakMap<Text, Set<TextPlace>>();

  function keep(place: TextPlace): void {
    const places = placesIn.get(place.text) ?? new Set();
    placesIn.set(place.text, places.add(place));
  }

  function forget(place: TextPlace): void {
    placesIn.get(place.text)?.delete(place);
  }

  /** Moves the places from some letter of a text on into another text. */
  function move(from: Text, first: number, to: Text, by: number): void {
    for (const place of placesIn.get(from) ?? []) {
      if (place.start < first) continue;
      forget(place);
      place.text = to;
      place.start += by;
      place.end += by;
      keep(place);
    }
  }

  return {
    keep,
    forget,
    isKept: (text) => (placesIn.get(text)?.size ?? 0) > 0,
    splitAfter({ text, end }) {
      if (end >= text.length) return undefined;
      const tail = text.splitText(end);
      move(text, end, tail, -end);
      return tail;
    },
    join(head, tail) {
      const { length } = head;
      head.appendData(tail.data);
      move(tail, 0, head, length);
      detach(tail);
    },
  };
}
