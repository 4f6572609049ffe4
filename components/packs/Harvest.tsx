import type { HarvestState, PackSummary } from '../../lib/pack';
import { papersInWords } from '../../lib/papers-in-words';
import { ProgressBar } from '../ProgressBar';
import { AskOnce } from './AskOnce';
import type { PackSource } from './pack-source';
import { useAskOnce } from './use-ask-once';
import type { Deed } from './use-deed';
import { harvestInWords, titleOf } from './words';

interface Props {
  pack: PackSummary;
  harvest: HarvestState;
  source: PackSource;
  deed: Deed;
}

/** How the papers of a pack come from arXiv, and what can be done about it. */
export function Harvest({ pack: { name, papers }, harvest, source, deed }: Props) {
  const { isAsking, ask, leave, button } = useAskOnce();
  const { kind, received, of, problem } = harvest;
  const words = harvestInWords(harvest);
  const isRunning = kind === 'working' || kind === 'waiting';
  return (
    <div class="harvest" data-kind={kind}>
      <ProgressBar label={`Papers for ${titleOf(name)}`} percent={percentOf(received, of)} text={words} />
      <p class="quiet">{words}</p>
      {problem !== undefined && <p>{problem}</p>}
      {isAsking ? (
        <AskOnce
          yes="Stop for good"
          no="Keep fetching"
          onYes={() => void deed.run(() => source.cancel(name))}
          onNo={leave}
        >
          {papers > 0
            ? 'Stop, and leave the pack as it was before?'
            : `Stop, and discard what has come so far${harvest.papers > 0 ? `, ${papersInWords(harvest.papers)}` : ''}?`}
        </AskOnce>
      ) : (
        <div class="ways">
          <button type="button" onClick={() => void deed.run(() => (isRunning ? source.pause : source.resume)(name))}>
            {isRunning ? 'Pause' : kind === 'failed' ? 'Go on' : 'Resume'}
          </button>
          <button type="button" ref={button} onClick={ask}>
            Cancel
          </button>
        </div>
      )}
    </div>
  );
}

/** It may be more than arXiv said it would be. */
function percentOf(received: number, of: number | undefined): number | undefined {
  return of === undefined || of === 0 ? undefined : Math.min(100, Math.floor((received / of) * 100));
}
