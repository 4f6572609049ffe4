/** So many papers, as everything before a person counts them: `1 paper`, `12,345 papers`. */
export function papersInWords(papers: number): string {
  return papers === 1 ? '1 paper' : `${papers.toLocaleString('en')} papers`;
}
