import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A digest of all that the bundled papers consist of, for the build: it changes when any of their facts does. */
export function seedsDigest(): string {
  const hash = createHash('sha256');
  for (const file of ['papers.json', 'words.json', 'prints.json'])
    hash.update(readFileSync(new URL(file, import.meta.url)));
  return hash.digest('hex').slice(0, 16);
}
