/** The least that reading a page can cost: every text is read once, and nothing is done with it. */

/** What was read. */
export interface Walked {
  texts: number;
  letters: number;
}

/** Reads the page in its next idle moment, in which an extension's script would begin. */
export function walk(): Promise<Walked> {
  return new Promise((resolve) => {
    requestIdleCallback(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const read: Walked = { texts: 0, letters: 0 };
      while (walker.nextNode()) {
        read.texts++;
        read.letters += (walker.currentNode as Text).data.length;
      }
      resolve(read);
    });
  });
}
