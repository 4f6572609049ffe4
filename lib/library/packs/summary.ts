import type { PackSummary } from '../../pack';
import type { PackTable } from './tables';

/** A pack as it is listed. */
export function summaryOf({ pack, damaged }: PackTable): PackSummary {
  const { name, isOn, papers, bytes, segments, updated, request } = pack;
  const index = segments.reduce((sum, segment) => sum + segment.bytes, 0);
  return {
    name,
    isOn,
    papers,
    bytes: { papers: bytes, index },
    updated,
    ...(request && { request }),
    ...(damaged.length > 0 && { problem: DAMAGED }),
  };
}

const DAMAGED =
  'A part of its index was damaged and is being written anew; until then some of its papers are not found. Its papers are all there.';
