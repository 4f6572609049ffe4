/** FlexSearch looks for the database in `window`, which a worker has not; imported first, this is one. */
Object.assign(globalThis, { window: globalThis });
