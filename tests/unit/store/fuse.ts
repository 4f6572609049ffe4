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

/** The names of what can be asked of a store. */
type RequestName = 'put' | 'get' | 'getKey' | 'getAll' | 'getAllKeys' | 'delete' | 'openCursor' | 'openKeyCursor';

const REQUESTS: readonly RequestName[] = [
  'put',
  'get',
  'getKey',
  'getAll',
  'getAllKeys',
  'delete',
  'openCursor',
  'openKeyCursor',
];

/**
 * Has something happen before each request of these names to any database of this test file, until that is stopped. What
 * it throws, the request throws.
 */
export function beforeEachRequest(
  happen: (store: IDBObjectStore) => void,
  names: readonly RequestName[] = REQUESTS,
): () => void {
  const { prototype } = IDBObjectStore;
  const stops = names.map((name) => {
    const request: (...args: never[]) => unknown = Reflect.get(prototype, name);
    Reflect.set(prototype, name, function (this: IDBObjectStore, ...args: never[]) {
      happen(this);
      return request.apply(this, args);
    });
    return () => Reflect.set(prototype, name, request);
  });
  return () => stops.forEach((stop) => stop());
}

/** The same before each `put`. */
export function beforeEachPut(happen: (store: IDBObjectStore) => void): () => void {
  return beforeEachRequest(happen, ['put']);
}
