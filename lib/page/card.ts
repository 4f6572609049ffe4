import type { Sheet } from '../markup';
import type { PaperId, ReadingState, Recognition } from '../paper';
import type { Badge } from './badge';
import { placeBeside } from './beside';
import { draw, root } from './dom';
import { openOverlay, type Overlay } from './overlay';
import { onTrusted } from './shadow';

/** What a card can ask for. Both reject with a reason. */
export interface CardSource {
  card(request: { id: PaperId; by: Recognition }): Promise<Sheet>;
  save(id: PaperId, state: ReadingState): Promise<unknown>;
}

/** The card of one paper, beside its badge and above everything; at most one is open. */
export interface CardView {
  open(badge: Badge): Promise<void>;
  /** To be called when something else is known of these papers. */
  update(ids: readonly PaperId[]): Promise<void>;
}

export function createCard(source: CardSource): CardView {
  let open: { badge: Badge; overlay: Overlay } | undefined;

  return {
    async open(badge) {
      try {
        const sheet = await source.card(badge);
        open?.overlay.close();
        const overlay = openOverlay('manicule-card', sheet, badge.element);
        open = { badge, overlay };
        // At once, so that it never lies under the pointer on its way.
        placeBeside(overlay.content, badge.element);
        listen(badge, overlay);
        overlay.content.focus({ preventScroll: true });
      } catch {
        badge.say('Reload the page to use Manicule.');
      }
    },
    async update(ids) {
      if (!open || !ids.includes(open.badge.id)) return;
      const { shadow, content: shown } = open.overlay;
      const { content } = await source.card(open.badge);
      const focused = shadow.activeElement?.getAttribute('data-save');
      const [, , ...children] = content;
      shown.replaceChildren(...(children as (typeof content)[]).map(draw));
      // What had the focus before the card was drawn anew has it again.
      if (focused) shown.querySelector<HTMLElement>(`[data-save="${focused}"]`)?.focus({ preventScroll: true });
    },
  };

  function listen(badge: Badge, { shadow, content, close }: Overlay): void {
    onTrusted(content, 'click', ({ target }) => {
      const control = (target as Element).closest('[data-save], [data-close]');
      const state = control?.getAttribute('data-save');
      if (state) void save(badge.id, state as ReadingState, content);
      else if (control) content.hidePopover();
    });
    // Scrolled away, or gone with its words.
    const watcher = new IntersectionObserver((entries) => {
      if (entries.at(-1)?.isIntersecting === false) content.hidePopover();
    });
    watcher.observe(badge.element);
    const placer = new ResizeObserver(() => placeBeside(content, badge.element));
    for (const element of [content, root()]) placer.observe(element);
    // A person who was in the card is back at its badge; one who clicked elsewhere stays there.
    let hadFocus = false;
    onTrusted(content, 'beforetoggle', () => (hadFocus = shadow.activeElement !== null));
    onTrusted(content, 'toggle', ({ newState }) => {
      if (newState === 'open') return;
      watcher.disconnect();
      placer.disconnect();
      close();
      if (hadFocus) badge.focus();
    });
  }

  async function save(id: PaperId, state: ReadingState, content: Element): Promise<void> {
    try {
      await source.save(id, state);
    } catch (error) {
      const problem = content.querySelector('[data-problem]');
      if (problem) problem.textContent = `Not saved. ${(error as Error).message}`;
    }
  }
}
