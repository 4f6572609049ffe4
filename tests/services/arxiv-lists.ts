import type { PartQuestion, PartReply } from '../../lib/harvest/part';
import { setOf } from '../../lib/harvest/sets';
import type { HarvestRequest, PackPaper } from '../../lib/pack';
import type { PaperId } from '../../lib/paper';

/** A record as arXiv has it. */
export interface Listed {
  paper: PackPaper;
  sets: string[];
  /** The day of its last change. */
  changed: string;
  isDeleted?: boolean;
}

/** Does something to an answer. */
export type Fault = (reply: PartReply, question: PartQuestion) => PartReply;

/** What arXiv lists, part by part. */
export class Lists {
  readonly records = new Map<PaperId, Listed>();
  /** How many records a part has. */
  size = 3;
  /** By its own clock. */
  day = '2026-03-02';

  private tokens = 0;

  /** No token that was given out before leads any further. */
  forgetTokens(): void {
    this.tokens++;
  }

  answer(question: PartQuestion): PartReply {
    const token = `${this.tokens}`;
    const [known, set = '', from = '', skip = '0'] =
      'token' in question ? question.token.split('|') : [token, question.set, question.from];
    if (known !== token) return { ...NOTHING, trouble: 'expired' };
    const all = [...this.records.values()].filter((record) => record.changed >= from && isIn(record, set));
    const end = Number(skip) + this.size;
    const some = all.slice(Number(skip), end);
    return {
      papers: new Map(some.map(({ paper, isDeleted }) => [paper.id, isDeleted ? undefined : paper])),
      records: some.length,
      of: all.length,
      day: this.day,
      ...(end < all.length && { token: `${token}|${set}|${from}|${end}` }),
    };
  }

  /** A plain copy of all that a request asks for. */
  copy({ categories, years }: HarvestRequest): Map<PaperId, PackPaper> {
    const meant = [...this.records.values()].filter(
      (record) => !record.isDeleted && categories.some((category) => isIn(record, setOf(category))),
    );
    const papers = meant.map(({ paper }) => paper);
    const isMeant = ({ published = '' }: PackPaper) =>
      !years || (published >= `${years.from}` && published < `${years.to + 1}`);
    return new Map(papers.filter(isMeant).map((paper) => [paper.id, paper]));
  }
}

function isIn({ sets }: Listed, set: string): boolean {
  return sets.some((one) => one === set || one.startsWith(`${set}:`));
}

const NOTHING = { papers: new Map<PaperId, PackPaper>(), records: 0 };

/** What may be wrong with an answer, though arXiv has all the papers none the less. */
export const FAULTS: Record<string, Fault> = {
  'breaks off': ({ papers, records }) => ({
    papers: new Map([...papers].slice(0, -1)),
    records: Math.max(0, records - 1),
    trouble: 'unreadable',
  }),
  'is slow': () => ({ ...NOTHING, trouble: 'slow' }),
  'is a fault of the server': () => ({ ...NOTHING, trouble: 'failed' }),
  'wants to be left alone': () => ({ ...NOTHING, trouble: 'busy', retryAt: 1e15 }),
  'comes from somebody else': () => ({ ...NOTHING, trouble: 'foreign' }),
  'is cut by the network': ({ papers }) => ({ papers, records: papers.size, trouble: 'offline' }),
  'leads to where it was': (reply, question) => ('token' in question ? { ...reply, token: question.token } : reply),
};
