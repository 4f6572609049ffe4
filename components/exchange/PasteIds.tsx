import { useState } from 'preact/hooks';

interface Props {
  /** Returns whether they are being taken in. */
  onFiles: (files: readonly File[]) => boolean;
}

/** A list of ids or links that is typed or pasted rather than in a file. */
export function PasteIds({ onFiles }: Props) {
  const [text, setText] = useState('');

  function submitted(event: SubmitEvent): void {
    event.preventDefault();
    if (onFiles([new File([text], 'What you pasted')])) setText('');
  }

  return (
    <details>
      <summary>Paste ids or links</summary>
      <form class="paste" onSubmit={submitted}>
        <textarea
          aria-label="Ids or links"
          rows={4}
          placeholder={'2511.07317\nhttps://arxiv.org/abs/2507.07024'}
          spellcheck={false}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <button type="submit" disabled={text.trim() === ''}>
          Import these
        </button>
      </form>
    </details>
  );
}
