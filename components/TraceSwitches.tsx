import { isTracing, TRACE_EVERYWHERE, traceKey } from '../lib/settings';
import type { Site } from './site';
import { Switch } from './Switch';
import type { Choosing } from './use-choices';

interface Props extends Pick<Choosing, 'change'> {
  site: Site;
  /** The choices that were made, by their keys. */
  stored: Record<string, unknown>;
}

/** Which pages trace themselves. */
export function TraceSwitches({ site, stored, change }: Props) {
  const { host, marking } = site;
  return (
    <div class="switches" role="group" aria-label="Tracing by itself">
      {host !== '' && (
        <Switch
          isOn={marking === 'on' && isTracing(stored, host)}
          reason={whyNotTraced(site, stored)}
          onChange={(isOn) => void change(traceKey(host), isOn)}
        >
          Trace passages on <bdi>{host}</bdi> by itself
        </Switch>
      )}
      <Switch isOn={Boolean(stored[TRACE_EVERYWHERE])} onChange={(isOn) => void change(TRACE_EVERYWHERE, isOn)}>
        Trace passages everywhere by itself
      </Switch>
    </div>
  );
}

/** Why there is nothing to choose for the site alone; undefined where there is. */
function whyNotTraced({ marking }: Site, stored: Record<string, unknown>): string | undefined {
  if (marking === 'off') return 'switched off';
  if (marking === 'only-arxiv') return 'not arXiv';
  return stored[TRACE_EVERYWHERE] ? 'everywhere' : undefined;
}
