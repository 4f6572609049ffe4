import type { BadgeLook } from '../markup';
import type { PaperOnPage } from '../answers';
import { type MentionState, nameOf, type PaperId, type Recognition } from '../paper';
import { placeBeside } from './beside';
import { build, detach, matches, queryAll, redraw } from './dom';
import { onTrusted, shadowOf } from './shadow';

/** The small hand beside a mention: a button that opens the paper's card. */
export interface Badge {
  /** The element in the page, `<manicule-badge>`. */
  element: HTMLElement;
  id: PaperId;
  /** How the paper was recognised here. */
  by: Recognition;
  /** What it says now; a change of state never changes its size. */
  show(state: MentionState, paper: PaperOnPage): void;
  focus(): void;
  /** Says something beside it until the person goes on. */
  say(text: string): void;
}

const ours = new WeakSet<Element>();

/** Takes copies of badges out of a part of the page: a page that copies its own markup copies them without content. */
export function removeCopies(part: Element): void {
  for (const element of [part, ...queryAll(part, 'manicule-badge')]) {
    if (matches(element, 'manicule-badge') && !ours.has(element)) detach(element);
  }
}

export function createBadge(id: PaperId, by: Recognition, look: BadgeLook, activate: (badge: Badge) => void): Badge {
  const element = build('manicule-badge', { 'data-arxiv-id': id });
  ours.add(element);
  const shadow = shadowOf(element, look.css);
  const button = build('button', { type: 'button' });
  shadow.append(button);

  let shown = '';
  const badge: Badge = {
    element,
    id,
    by,
    show(state, paper) {
      const { mark, words } = look.states[state];
      const { news } = paper;
      const name = `${nameOf(paper)} (${words}${look.recognised[by]}${news ? `, ${news}` : ''})`;
      if (name === shown) return;
      shown = name;
      element.setAttribute('data-state', state);
      redraw(button, ['button', { 'aria-label': name }, mark]);
      button.toggleAttribute('data-news', !!news);
    },
    focus: () => button.focus({ preventScroll: true }),
    say: sayOnHover(button, shadow),
  };
  onTrusted(button, 'click', (event) => {
    event.preventDefault();
    activate(badge);
  });
  return badge;
}

/** Shows the badge's name at once on hover and focus, in the top layer, where no ancestor cuts it off. */
function sayOnHover(button: HTMLElement, shadow: ShadowRoot): (text: string) => void {
  let tooltip: HTMLElement | undefined;
  const hide = () => tooltip?.remove();
  const say = (text: string) => {
    hide();
    tooltip = build('div', { role: 'tooltip', popover: 'manual' }, text);
    shadow.append(tooltip);
    tooltip.showPopover();
    placeBeside(tooltip, button);
  };
  for (const type of ['pointerenter', 'focus'] as const) onTrusted(button, type, () => say(button.ariaLabel ?? ''));
  for (const type of ['pointerleave', 'blur', 'click'] as const) onTrusted(button, type, hide);
  return say;
}
