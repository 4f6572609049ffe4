import type { MaybeAct, Drawing, Sheet } from '../markup';
import type { PaperId, Recognition } from '../paper';
import type { Badge } from './badge';
import { placeBeside } from './beside';
import { useControls } from './controls';
import { root } from './dom';
import { openOverlay } from './overlay';
import { onTrusted } from './shadow';

/** Gives the card of a paper, after what a person did on it. Rejects where nobody answers. */
export type AskForCard = (request: { id: PaperId; by: Recognition } & MaybeAct) => Promise<Sheet & Drawing>;

/** The card of one paper, beside its badge and above everything; at most one is open. */
export interface CardView {
  open: (badge: Badge) => Promise<void>;
  /** To be called when something else is known of papers. */
  update(): void;
}

export function createCard(ask: AskForCard): CardView {
  let renew: (() => void) | undefined;

  return {
    async open(badge) {
      const { id, by, element } = badge;
      const failed = () => badge.say('Reload the page to use Manicule.');
      try {
        const { content, close } = openOverlay('manicule-card', await ask({ id, by }), element);
        // Scrolled away, or gone with its words.
        const watcher = new IntersectionObserver((entries) => {
          if (!entries.at(-1)?.isIntersecting) content.hidePopover();
        });
        watcher.observe(element);
        const place = () => placeBeside(content, element);
        const placer = new ResizeObserver(place);
        for (const part of [content, root()]) placer.observe(part);
        // At once, so that it never lies under the pointer on its way.
        place();
        renew = useControls(content, (act) => ask({ id, by, ...act }), failed);
        // A person who was in the card is back at its badge; one who clicked elsewhere stays there.
        onTrusted(content, 'beforetoggle', () => {
          renew = undefined;
          watcher.disconnect();
          placer.disconnect();
          setTimeout(content.matches(':focus-within') ? () => (close(), badge.focus()) : close);
        });
      } catch {
        failed();
      }
    },
    update: () => renew?.(),
  };
}
