import type { ComponentChildren } from 'preact';
import { isTracing, offKey, ONLY_ARXIV, TRACE_EVERYWHERE, traceKey } from '../lib/settings';
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

/**
 * Where papers are marked, which pages are traced, and more. Those for the site are the upper ones, so that they move
 * nothing when they come.
 */
export function Switches({ site, stored, problem, change, children }: Props) {
  const choose = (key: string) => (isMade: boolean) => void change(key, isMade);
  return (
    <footer class="switches" aria-label="Switches">
      {problem !== '' && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {site && site.host !== '' && (
        <>
          <Switch
            isOn={site.marking === 'on'}
            reason={site.marking === 'only-arxiv' ? 'not arXiv' : undefined}
            onChange={(isOn) => void change(offKey(site.host), !isOn)}
          >
            Mark papers on <bdi>{site.host}</bdi>
          </Switch>
          <Switch
            isOn={site.marking === 'on' && isTracing(stored, site.host)}
            reason={whyNotTraced(site, stored)}
            onChange={choose(traceKey(site.host))}
          >
            Trace passages on <bdi>{site.host}</bdi> by itself
          </Switch>
        </>
      )}
      <Switch isOn={Boolean(stored[ONLY_ARXIV])} onChange={choose(ONLY_ARXIV)}>
        Only on arXiv
      </Switch>
      <Switch isOn={Boolean(stored[TRACE_EVERYWHERE])} onChange={choose(TRACE_EVERYWHERE)}>
        Trace passages everywhere by itself
      </Switch>
      {children}
    </footer>
  );
}

/** Why there is nothing to choose for the site alone; undefined where there is. */
function whyNotTraced({ marking }: Site, stored: Record<string, unknown>): string | undefined {
  if (marking === 'off') return 'switched off';
  if (marking === 'only-arxiv') return 'not arXiv';
  return stored[TRACE_EVERYWHERE] ? 'everywhere' : undefined;
}
