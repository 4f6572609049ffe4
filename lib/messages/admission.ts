import * as v from 'valibot';
import { ExpectedError } from '../errors';
import {
  CardEditForm,
  CardForm,
  EditForm,
  HarvestForm,
  IdForm,
  ImportForm,
  integer,
  MakingForm,
  PackBatchForm,
  PackIntakeForm,
  PackNameForm,
  QueryForm,
} from './forms';
import { MAX_TRACED } from '../passage';
import type { WorkerCommands } from './protocol';

/** How many ids may be asked about at once: more than any page names in one slice of reading. */
export const MAX_IDS = 500;

/** More papers than a list is gone through for. */
export const MAX_RANKED = 1000;

/** More papers than any page has; what is counted beyond is no count of ours. */
export const MAX_MARKED = 100_000;

/** Who sent a message, as the browser says; a page cannot forge it. */
export interface Sender {
  id?: string | undefined;
  /** The address of the document that sent it. */
  url?: string | undefined;
  /** The tab that the document stands in. */
  tab?: { id?: number | undefined } | undefined;
}

export type Asker = 'extension page' | 'content script' | 'stranger';

interface Request {
  form: v.GenericSchema;
  fromPages: boolean | v.GenericSchema;
}

const IdsForm = v.pipe(v.array(IdForm), v.maxLength(MAX_IDS));

/**
 * The form of each request, and whether a content script may make it, or in which narrower form; the extension's own
 * pages may make all.
 */
const REQUESTS = {
  statuses: { form: IdsForm, fromPages: true },
  badgeLook: { form: v.undefined_(), fromPages: true },
  card: { form: CardForm, fromPages: true },
  making: { form: MakingForm, fromPages: false },
  edit: { form: EditForm, fromPages: CardEditForm },
  importPapers: { form: ImportForm, fromPages: false },
  health: { form: v.undefined_(), fromPages: false },
  search: { form: v.strictObject({ query: QueryForm, limit: integer(1, 200) }), fromPages: false },
  rank: { form: v.strictObject({ query: QueryForm, limit: integer(1, MAX_RANKED) }), fromPages: false },
  count: { form: QueryForm, fromPages: false },
  rows: { form: IdsForm, fromPages: false },
  wholePapers: { form: IdsForm, fromPages: false },
  packs: { form: v.undefined_(), fromPages: false },
  switchPack: { form: v.strictObject({ name: PackNameForm, isOn: v.boolean() }), fromPages: false },
  removePack: { form: PackNameForm, fromPages: false },
  beginPack: { form: PackIntakeForm, fromPages: false },
  addToPack: { form: PackBatchForm, fromPages: false },
  endPack: { form: integer(0), fromPages: false },
  cancelPack: { form: integer(0), fromPages: false },
  harvest: { form: HarvestForm, fromPages: false },
  renewHarvest: { form: PackNameForm, fromPages: false },
  pauseHarvest: { form: PackNameForm, fromPages: false },
  resumeHarvest: { form: PackNameForm, fromPages: false },
  cancelHarvest: { form: PackNameForm, fromPages: false },
  papersOnPage: { form: integer(), fromPages: false },
  trace: { form: v.pipe(v.string(), v.maxLength(MAX_TRACED)), fromPages: true },
  tracePage: { form: integer(), fromPages: false },
  showPassage: { form: v.strictObject({ tab: integer(), passage: integer(0) }), fromPages: false },
  marked: { form: integer(0, MAX_MARKED), fromPages: true },
  visited: { form: v.undefined_(), fromPages: true },
  completion: { form: v.undefined_(), fromPages: false },
} satisfies { [Command in keyof WorkerCommands]: Request };

/** What each command is given, once admitted. */
export type Requests = { [Command in keyof WorkerCommands]: v.InferOutput<(typeof REQUESTS)[Command]['form']> };

/**
 * Tells who a sender is. A content script carries the address of the page it runs in, an extension page its own,
 * also when it stands in a tab.
 *
 * @param own the id of this extension, and the address that all of its own pages begin with.
 */
export function whoAsks(sender: Sender, own: { id: string; base: string }): Asker {
  if (sender.id !== own.id || sender.url === undefined) return 'stranger';
  return sender.url.startsWith(own.base) ? 'extension page' : 'content script';
}

/**
 * Decides who may ask the worker for what: the extension's own pages for anything; a content script for the status
 * of a bounded list of ids, for the look of badges, the card of one, for what of a text stands in papers, to make what
 * changes a card offers of one paper, and to say how many papers it has marked and that an abstract page is looked at;
 * nobody else for anything.
 *
 * @returns the request, known to be of its form.
 * @throws {ExpectedError} for what may not be asked, and for a request of another form.
 */
export function admit<Command extends keyof WorkerCommands>(
  asker: Asker,
  command: Command,
  request: unknown,
): Requests[Command] {
  const { form, fromPages }: Request = REQUESTS[command];
  if (asker === 'stranger' || (asker === 'content script' && !fromPages)) {
    throw new ExpectedError(`Refused: a ${asker} may not ask for "${command}".`);
  }
  const isNarrow = asker === 'content script' && typeof fromPages === 'object';
  const result = v.safeParse(isNarrow ? fromPages : form, request);
  if (!result.success) {
    throw new ExpectedError(
      `Refused: "${command}" was asked with a request of another form: ${result.issues[0].message}.`,
    );
  }
  return result.output as Requests[Command];
}
