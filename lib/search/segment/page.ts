import { DamagedSegment } from './format';

/** The version of the format of all files. A change of any of them is another version. */
const VERSION = 3;

/** In bytes, before what the page holds: the version and the checksum. */
const HEAD = 8;

/** A page that holds these bytes, with what tells whether it is read as it was written. */
export function sealed(content: Uint8Array): Uint8Array<ArrayBuffer> {
  const page = new Uint8Array(HEAD + content.length);
  page.set(content, HEAD);
  const head = new DataView(page.buffer);
  head.setUint32(0, VERSION, true);
  head.setUint32(4, checksumOf(page.subarray(HEAD)), true);
  return page;
}

/**
 * What a page holds.
 *
 * @throws {DamagedSegment} where it is not as it was written, or was written by another version.
 */
export function opened(segment: number, page: Uint8Array<ArrayBuffer> | undefined): Uint8Array<ArrayBuffer> {
  const content = contentOf(segment, page);
  const checksum = new DataView(content.buffer, content.byteOffset - HEAD, HEAD).getUint32(4, true);
  if (checksum !== checksumOf(content)) throw new DamagedSegment(segment, 'a page is not as it was written');
  return content;
}

/**
 * What a page holds that is yet to be checked.
 *
 * @throws {DamagedSegment} where it is missing, or was written by another version.
 */
export function contentOf(segment: number, page: Uint8Array<ArrayBuffer> | undefined): Uint8Array<ArrayBuffer> {
  if (!page || page.length < HEAD) throw new DamagedSegment(segment, 'a page is missing');
  // Words can only be read where they begin at a multiple of four.
  const bytes = page.byteOffset % 4 === 0 ? page : page.slice();
  const version = new DataView(bytes.buffer, bytes.byteOffset, HEAD).getUint32(0, true);
  if (version !== VERSION) throw new DamagedSegment(segment, `a page is of version ${version}, and not ${VERSION}`);
  return bytes.subarray(HEAD);
}

/** Of its length too; four bytes at a time, since much is read. */
function checksumOf(content: Uint8Array<ArrayBuffer>): number {
  const { length } = content;
  const words = new Uint32Array(content.buffer, content.byteOffset, length >> 2);
  let sum = Math.imul(length ^ 0x9e3779b9, 0x85ebca6b);
  for (let at = 0; at < words.length; at++) {
    sum = (Math.imul((sum << 13) ^ (sum >>> 19) ^ (words[at] as number), 0xcc9e2d51) + 0x5bd1e995) | 0;
  }
  for (let at = length & ~3; at < length; at++) sum = Math.imul(sum ^ (content[at] ?? 0), 0x01000193);
  return (sum ^ (sum >>> 16)) >>> 0;
}
