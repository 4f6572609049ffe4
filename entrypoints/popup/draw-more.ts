import type { DrawMore } from '../../components/use-disclosure';
import { explain } from '../../components/explain';
import type { Undoable } from '../../lib/answers';
import { making, overhear } from '../../lib/messages/from-own-page';
import { useControls } from '../../lib/page/controls';

/**
 * Draws what can be made of a paper, as its card does.
 *
 * @param tab the tab in front, whose page may know more of a paper that is saved.
 * @param done is told of everything that was done and can be taken back.
 */
export function drawMore(tab: () => number | undefined, done: (undoable: Undoable) => void): DrawMore {
  return (element, id) => {
    const renew = useControls(
      element,
      async (act) => {
        const { undo, ...drawing } = await making({ id, tab: tab(), ...act });
        if (undo) done(undo);
        return drawing;
      },
      (error) => {
        element.textContent = explain(error);
      },
    );
    renew();
    // Whoever closes the popup does not wait until what was typed last is kept.
    const leave = () => {
      for (const field of element.querySelectorAll('textarea')) if (field.value !== field.defaultValue) renew(field);
    };
    addEventListener('pagehide', leave);
    const stop = overhear((type) => type === 'statusesChanged' && renew());
    return () => {
      removeEventListener('pagehide', leave);
      stop();
    };
  };
}
