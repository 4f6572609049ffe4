import type { ComponentChildren } from 'preact';
import { offKey, ONLY_ARXIV } from '../lib/settings';
import type { Site } from './site';
import { Switch } from './Switch';
import type { Choosing } from './use-choices';

interface Props extends Choosing {
  /** Absent where the page in front of the person has no site, or none that can be read. */
  site: Site | undefined;
  /** The choices that were made, by their keys. */
  stored: Record<string, unknown>;
  /** What else can be switched. */
  children: ComponentChildren;
}

/** Where papers are marked, and more. The one for the site is the upper one, so that it moves nothing when it comes. */
export function Switches({ site, stored, problem, change, children }: Props) {
  return (
    <footer class="switches" aria-label="Switches">
      {problem !== '' && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {site && site.host !== '' && (
        <Switch
          isOn={site.marking === 'on'}
          reason={site.marking === 'only-arxiv' ? 'not arXiv' : undefined}
          onChange={(isOn) => void change(offKey(site.host), !isOn)}
        >
          Mark papers on <bdi>{site.host}</bdi>
        </Switch>
      )}
      <Switch isOn={Boolean(stored[ONLY_ARXIV])} onChange={(isOn) => void change(ONLY_ARXIV, isOn)}>
        Only on arXiv
      </Switch>
      {children}
    </footer>
  );
}
