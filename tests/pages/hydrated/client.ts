/** What a page's script says of itself to a test, as `client`. */
export interface Client {
  /** What went wrong while the framework took the page over, in the framework's own words. */
  problems: string[];
  hydrate(): void;
  unmount?(): void;
}
