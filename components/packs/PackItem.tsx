import { useId, useState } from 'preact/hooks';
import { BUNDLED, type PackSummary } from '../../lib/pack';
import { papersInWords } from '../../lib/papers-in-words';
import { Switch } from '../Switch';
import { AskOnce } from './AskOnce';
import { Harvest } from './Harvest';
import type { PackSource } from './pack-source';
import { useAskOnce } from './use-ask-once';
import { useDeed } from './use-deed';
import { factsOf, requestInWords, sizeInWords, titleOf } from './words';

interface Props {
  pack: PackSummary;
  source: PackSource;
  /** Whether the list is narrowed down to it. */
  isShown: boolean;
  onShow: () => void;
  /** Called when it is about to go, with what stands on it. */
  onRemoved: () => void;
}

/** One pack: how large it is and from when, whether it is used, and what else can be done with it. */
export function PackItem({ pack, source, isShown, onShow, onRemoved }: Props) {
  const { name, isOn, papers, bytes, harvest, problem } = pack;
  const title = titleOf(name);
  const deed = useDeed();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  // What is only just being fetched is nothing yet that could be used.
  const isThere = papers > 0 || !harvest;
  const hasMore = name !== BUNDLED && !harvest;
  return (
    <li class="pack" data-pack={name} data-on={isOn}>
      <div class="pack-head">
        {isThere ? (
          <button type="button" class="value" aria-pressed={isShown} onClick={onShow}>
            <bdi class="of" title={title}>
              {title}
            </bdi>
            <span class="count">{papers.toLocaleString('en')}</span>
          </button>
        ) : (
          <bdi>{title}</bdi>
        )}
        {isThere && (
          <Switch isOn={isOn} onChange={(next) => void deed.run(() => source.switch(name, next))}>
            <span class="spoken">Use the pack {title}</span>
          </Switch>
        )}
      </div>
      {isThere && (
        <p class="quiet pack-facts">
          <span title={`Papers ${sizeInWords(bytes.papers)}, index ${sizeInWords(bytes.index)}`}>{factsOf(pack)}</span>
          {hasMore && (
            <button
              type="button"
              class="more"
              aria-label={`More on the pack ${title}`}
              aria-expanded={isOpen}
              aria-controls={id}
              onClick={() => setOpen(!isOpen)}
            >
              {isOpen ? 'Less' : 'More'}
            </button>
          )}
        </p>
      )}
      {isOpen && hasMore && (
        <div id={id} class="pack-more">
          <MoreOnPack pack={pack} source={source} deed={deed} onRemoved={onRemoved} />
        </div>
      )}
      {harvest && <Harvest pack={pack} harvest={harvest} source={source} deed={deed} />}
      {problem !== undefined && <p>{problem}</p>}
      {deed.problem !== '' && (
        <p class="problem" role="alert">
          {deed.problem}
        </p>
      )}
    </li>
  );
}

interface MoreProps extends Pick<Props, 'pack' | 'source' | 'onRemoved'> {
  deed: ReturnType<typeof useDeed>;
}

function MoreOnPack({ pack: { name, papers, request }, source, deed, onRemoved }: MoreProps) {
  const { isAsking, ask, leave, button } = useAskOnce();
  if (isAsking) {
    return (
      <AskOnce
        yes="Remove it"
        no="Keep it"
        onYes={() => void deed.run(() => source.remove(name)).then((isDone) => isDone && onRemoved())}
        onNo={leave}
      >
        Remove the pack <bdi>“{name}”</bdi>? Its {papersInWords(papers)} will no longer be found and marked. Those that
        you saved stay in your library.
      </AskOnce>
    );
  }
  return (
    <>
      {request && <p class="quiet">From arXiv: {requestInWords(request)}.</p>}
      <div class="ways">
        {request && (
          <button type="button" onClick={() => void deed.run(() => source.renew(name))}>
            Check for newer papers
          </button>
        )}
        <button type="button" ref={button} onClick={ask}>
          Remove
        </button>
      </div>
    </>
  );
}
