import type { Demand } from './filter';

/** `cs`, `cs.CL`, `cond-mat.mes-hall`; a dot at the end is one after which more is being typed. */
const CATEGORY = /^([a-z-]+(?:\.[a-z-]+)?)\.?$/;

/** Demands a category of arXiv, or with the name of an archive or group any that is part of it. */
export function category(value: string): Demand | undefined {
  const [, asked] = CATEGORY.exec(value.toLowerCase()) ?? [];
  if (asked === undefined) return undefined;
  return { isMetBy: (own) => own.toLowerCase() === asked || own.toLowerCase().startsWith(`${asked}.`) };
}
