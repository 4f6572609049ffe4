import { useLayoutEffect, useState } from 'preact/hooks';

/** What stands in a box, at every change of it, and what was typed before this was called. */
export function useText(box: HTMLInputElement): string {
  const [text, setText] = useState(box.value);
  useLayoutEffect(() => {
    const read = () => setText(box.value);
    read();
    box.addEventListener('input', read);
    return () => box.removeEventListener('input', read);
  }, [box]);
  return text;
}
