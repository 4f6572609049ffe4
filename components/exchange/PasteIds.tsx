import { useState } from 'preact/hooks';

/** A list of ids or links that is typed or pasted rather than in a file. */
export function PasteIds({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const [text, setText] = useState('');

  function submitted(event: SubmitEvent): void {
    event.preventDefault();
    onFiles([new File([text], 'What you pasted')]);
    setText('');
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
