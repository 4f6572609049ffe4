import type { StorageArea } from '../../../lib/store/journal';

const copyOf = (value: unknown) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

/** A place for named values as the browser's storage is: what is put in or taken out is a copy. */
export function memoryArea(items: Record<string, unknown> = {}): StorageArea & { items: Record<string, unknown> } {
  return {
    items,
    async get(keys) {
      const named = [keys].flat().filter((key) => key in items);
      return Object.fromEntries(named.map((key) => [key, copyOf(items[key])]));
    },
    async set(some) {
      for (const [key, value] of Object.entries(some)) items[key] = copyOf(value);
    },
    async remove(keys) {
      for (const key of keys) delete items[key];
    },
  };
}
