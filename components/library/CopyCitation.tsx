import { useState } from 'preact/hooks';
import type { Paper } from '../../lib/paper';
import { explain } from '../explain';

/** A way to cite a paper. */
export interface CitationStyle {
  /** As a person chooses it. */
  name: string;
  cite: (paper: Paper) => string;
}

/** Copies what one cites a paper by. */
export function CopyCitation({ paper, styles }: { paper: Paper; styles: readonly CitationStyle[] }) {
  const [told, setTold] = useState('');

  async function copy({ name, cite }: CitationStyle): Promise<void> {
    try {
      await navigator.clipboard.writeText(cite(paper));
      setTold(`Copied as ${name}.`);
    } catch (error) {
      setTold(`Not copied. ${explain(error)}`);
    }
  }

  return (
    <div class="citation">
      <span class="label">Copy citation</span>
      {styles.map((style) => (
        <button key={style.name} type="button" aria-label={`Copy as ${style.name}`} onClick={() => void copy(style)}>
          {style.name}
        </button>
      ))}
      <output>{told}</output>
    </div>
  );
}
