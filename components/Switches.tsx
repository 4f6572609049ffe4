import type { ComponentChildren } from 'preact';
import type { Site } from './site';
import { Switch } from './Switch';

interface Props {
  /** Absent where the page in front of the person has no site, or none that can be read. */
  site: Site | undefined;
  isOnlyArxiv: boolean;
  /** What went wrong with the last change; empty where nothing did. */
  problem: string;
  onSite: (isMarking: boolean) => void;
  onOnlyArxiv: (isOnlyArxiv: boolean) => void;
  /** What else can be switched. */
  children: ComponentChildren;
}

/** Where papers are marked, and more. The one for the site is the upper one, so that it moves nothing when it comes. */
export function Switches({ site, isOnlyArxiv, problem, onSite, onOnlyArxiv, children }: Props) {
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
          onChange={onSite}
        >
          Mark papers on <bdi>{site.host}</bdi>
        </Switch>
      )}
      <Switch isOn={isOnlyArxiv} onChange={onOnlyArxiv}>
        Only on arXiv
      </Switch>
      {children}
    </footer>
  );
}
