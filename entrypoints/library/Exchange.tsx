import { ExchangePanel } from '../../components/exchange/ExchangePanel';
import type { PaperId } from '../../lib/paper';
import { connectTo } from '../../lib/store/connection';
import { backupsOf } from './backups';
import { exchangeWith } from './exchanging';

/** The page only reads. What must be done before that, the worker does. */
const connect = connectTo('manicule', async () => undefined);
const exchanging = exchangeWith(connect);
const backups = backupsOf(connect);

/**
 * Where papers come in from files and leave in them: the foot of the column of filters.
 *
 * @param props.chosen the papers that are selected: these leave where there are any, else all that are kept.
 */
export function Exchange({ chosen = [] }: { chosen?: readonly PaperId[] }) {
  return <ExchangePanel exchanging={exchanging} backups={backups} chosen={chosen} />;
}
