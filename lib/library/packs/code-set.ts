/** The codes that one page of the set has room for; codes of one month lie close together. */
const IN_PAGE = 65_536;

/** A set of codes of ids, one bit for each. */
export class CodeSet {
  readonly #pages = new Map<number, Uint8Array>();

  add(code: number): void {
    const page = Math.floor(code / IN_PAGE);
    let bits = this.#pages.get(page);
    if (!bits) this.#pages.set(page, (bits = new Uint8Array(IN_PAGE / 8)));
    const bit = code % IN_PAGE;
    bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7));
  }

  delete(code: number): void {
    const bit = code % IN_PAGE;
    const bits = this.#pages.get(Math.floor(code / IN_PAGE));
    if (bits) bits[bit >> 3] = (bits[bit >> 3] ?? 0) & ~(1 << (bit & 7));
  }

  has(code: number): boolean {
    const bit = code % IN_PAGE;
    const bits = this.#pages.get(Math.floor(code / IN_PAGE));
    return bits !== undefined && ((bits[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
  }
}
