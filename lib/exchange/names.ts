/** A person's name in its parts, as bibliographies sort it. A part that the name does not have is empty. */
export interface PersonName {
  given: string;
  /** What stands before the family name and belongs to it: `van der`. */
  particle: string;
  family: string;
  /** What sets apart people of one name: `Jr.`, `III`. */
  suffix: string;
}

/** A name that is not taken apart: of a group, or of one word. */
export interface WholeName {
  whole: string;
}

const GROUP =
  /\b(?:collaborations?|consortium|teams?|groups?|project|committee|initiative|network|alliance|society|university|institute|laborator(?:y|ies)|labs?|observatory|survey|experiment)\b/i;

/** What the names of people do not have. */
const NOT_OF_PEOPLE = /[^\p{L}\p{M}.'’`‐ -]/u;

const SUFFIX = /^(.+?),? ((?:[JS]r\.?|I{2,3}|IV))$/;

/** Particles that begin with a capital; every word in small letters is one too. */
const PARTICLE = /^(?:\p{Ll}.*|V[ao]n|De[lnr]?|D[iu]|Della|Ter?)$/u;

/**
 * Takes the name of an author apart as arXiv gives it, "First Last". The family name is the last word with its
 * particles; which of several words are a family name, the name does not say.
 */
export function partsOf(author: string): PersonName | WholeName {
  const whole = author.trim().replace(/\s+/g, ' ');
  const [, rest = whole, suffix = ''] = SUFFIX.exec(whole) ?? [];
  if (GROUP.test(whole) || NOT_OF_PEOPLE.test(rest) || !rest.includes(' ')) return { whole };
  const words = rest.split(' ');
  const last = words.length - 1;
  // The first word is never a particle, and what comes after one belongs to the family.
  const at = words.findIndex((word, index) => index > 0 && index < last && PARTICLE.test(word));
  const family =
    at < 0 ? last : words.findIndex((word, index) => index === last || (index > at && !PARTICLE.test(word)));
  return {
    given: words.slice(0, at < 0 ? last : at).join(' '),
    particle: at < 0 ? '' : words.slice(at, family).join(' '),
    family: words.slice(family).join(' '),
    suffix,
  };
}

/** A name as arXiv gives it, "First Last"; the opposite of `partsOf`, but for a comma before the suffix. */
export function nameFrom(name: { [part in keyof PersonName]?: PersonName[part] | undefined }): string {
  return [name.given, name.particle, name.family, name.suffix].filter(Boolean).join(' ');
}
