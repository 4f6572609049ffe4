/** The site of a page, and what a person has chosen for it. */
export interface Site {
  /** Empty for a file. */
  host: string;
  /** Whether papers are marked there: `off` for this site, or left out with every other but arXiv's. */
  marking: 'on' | 'off' | 'only-arxiv';
}
