import { type ComponentChildren, render } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Shows something above the page, whatever is hidden of the place where it is asked for. */
export function Afloat({ children }: { children: ComponentChildren }) {
  const [host] = useState(() => document.createElement('div'));
  useLayoutEffect(() => {
    document.body.append(host);
    return () => {
      render(null, host);
      host.remove();
    };
  }, [host]);
  useLayoutEffect(() => render(children, host));
  return null;
}
