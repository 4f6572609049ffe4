import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PaperId } from '../lib/paper';
import type { Disclosure, DrawMore } from './use-disclosure';

interface Props {
  id: PaperId;
  name: string;
  disclosure: Disclosure;
  /** Absent where the paper is not kept. */
  onRemove: (() => void) | undefined;
}

/** What can be made of a paper, which a button unfolds under its row. */
export function More({ id, name, disclosure: { isOpen, toggle, draw }, onRemove }: Props) {
  return (
    <>
      <button
        type="button"
        class="unfold"
        aria-label={`More on ${name}`}
        aria-expanded={isOpen(id)}
        onClick={() => toggle(id)}
      />
      {isOpen(id) && <Unfolded id={id} name={name} draw={draw} onRemove={onRemove} />}
    </>
  );
}

function Unfolded({ id, name, draw, onRemove }: Pick<Props, 'id' | 'name' | 'onRemove'> & { draw: DrawMore }) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (element.current ? draw(element.current, id) : undefined), [draw, id]);
  return (
    <section class="unfolded" aria-label={`More on ${name}`}>
      <div class="making" ref={element} />
      {onRemove && (
        <button type="button" class="plain" onClick={onRemove}>
          Remove from library
        </button>
      )}
    </section>
  );
}
