import { ExchangePanel } from '../../components/exchange/ExchangePanel';
import type { PackSummary } from '../../lib/pack';
import type { PaperId } from '../../lib/paper';
import { connectTo } from '../../lib/store/connection';
import { backupsOf } from './backups';
import { exchangeWith } from './exchanging';

/** The page only reads. What must be done before that, the worker does. */
const connect = connectTo('manicule', async () => undefined);
const exchanging = exchangeWith(connect);
const backups = backupsOf(connect);

interface Props {
  /** The papers that are selected: these leave where there are any, else all that are kept. */
  chosen: readonly PaperId[];
  packs: readonly PackSummary[];
}

/** Where papers come in from files and leave in them: the foot of the column of filters. */
export function Exchange({ chosen, packs }: Props) {
  return <ExchangePanel exchanging={exchanging} backups={backups} chosen={chosen} packs={packs} />;
}
