/** Badges and the cards that they open, as tests see and use them. */
import type { Locator, Page } from 'playwright-core';
import { vi } from 'vitest';
import { type AccessibleNode, clickNode, findByRole } from './accessibility';
import { WAIT } from './wait';

export interface SeenBadge {
  id: string;
  state: string;
}

/** The badge of a paper; the first one where there are several. */
export function badgeOf(page: Page, id: string, state?: string): Locator {
  const ofState = state === undefined ? '' : `[data-state="${state}"]`;
  return page.locator(`manicule-badge[data-arxiv-id="${id}"]${ofState}`).first();
}

/** Expects that a badge of a paper comes, in this state where one is given. */
export async function expectBadge(page: Page, id: string, state?: string): Promise<void> {
  await badgeOf(page, id, state).waitFor();
}

/** All badges in a part of a page, in its order. */
export function badgesIn(part: Locator): Promise<SeenBadge[]> {
  return part.locator('manicule-badge').evaluateAll((badges) =>
    badges.map((badge) => ({
      id: badge.getAttribute('data-arxiv-id') ?? '',
      state: badge.getAttribute('data-state') ?? '',
    })),
  );
}

/** The open card; waits for it. */
export function openCard(page: Page): Promise<AccessibleNode> {
  return theOnly(page, 'dialog');
}

/** Clicks a paper's badge and waits for its card and what is in it. */
export async function openCardOf(page: Page, id: string): Promise<AccessibleNode> {
  await badgeOf(page, id).click();
  await theOnly(page, 'link', /^Abstract$/);
  return openCard(page);
}

/** Saves a paper from its card by mouse, and waits until its badge says so. */
export async function saveFromCard(page: Page, id: string): Promise<void> {
  await openCardOf(page, id);
  await clickNode(page, await theOnly(page, 'button', /^Save$/));
  await badgeOf(page, id, 'saved').waitFor();
}

/** Waits until a page has exactly one node of this role and name. */
export function theOnly(page: Page, role: string, name?: RegExp): Promise<AccessibleNode> {
  const find = async () => {
    const [found, ...others] = await findByRole(page, role, name);
    if (found && others.length === 0) return found;
    throw new Error(`${found ? others.length + 1 : 0} nodes, not one, are a ${role} ${name ?? ''}`.trim());
  };
  return vi.waitFor(find, { timeout: WAIT });
}
