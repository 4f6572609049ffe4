import type { StorageArea } from '../../../lib/store/journal';

/** What comes of whatever a worker still asked for when it was killed. */
class Killed extends Error {
  override name = 'Killed';
}

/** Before and after each of its writes, a worker may be killed: this does it at the given one of these moments. */
export function createFuse(moments: number): () => void {
  let left = moments;
  return () => {
    if (left <= 0) throw new Killed();
    left--;
  };
}

/** A place that is used by a worker with a fuse. */
export function onFuse(area: StorageArea, burn: () => void): StorageArea {
  const write = async (action: () => Promise<void>) => {
    burn();
    await action();
    burn();
  };
  return {
    get: async (keys) => (burn(), area.get(keys)),
    set: (items) => write(() => area.set(items)),
    remove: (keys) => write(() => area.remove(keys)),
  };
}

type Put = typeof IDBObjectStore.prototype.put;

/**
 * Has something happen before each `put` into any database of this test file, until that is stopped. What it throws, the
 * put throws.
 */
export function beforeEachPut(happen: (store: IDBObjectStore) => void): () => void {
  const { prototype } = IDBObjectStore;
  const put: Put = Reflect.get(prototype, 'put');
  prototype.put = function (this: IDBObjectStore, ...args: Parameters<Put>) {
    happen(this);
    return put.apply(this, args);
  };
  return () => {
    prototype.put = put;
  };
}
