/** The Greek letters by the names that TeX gives them, in Unicode's order from alpha on. */
const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho varsigma sigma tau upsilon ' +
  'phi chi psi omega';
const greek = new Map(GREEK.split(' ').map((name, at) => [name, String.fromCharCode(0x3b1 + at)]));

/** A command that only says how letters look. */
const LOOK = /^(?:(?:math|text)[a-z]+|emph|bf|it|rm|sc|sf|tt|em|cal|left|right)$/;

/**
 * The ways in which a title with TeX in it is met: as it was typed, and as it is typeset, with its symbols and without
 * its commands. Where there is no TeX, the two are one.
 */
export function readingsOf(title: string): Set<string> {
  const typeset = title.replace(/\\(?:var)?([a-z]+)/gi, (command: string, name: string) =>
    LOOK.test(name) ? ' ' : (greek.get(name.toLowerCase()) ?? command),
  );
  return new Set([title, typeset]);
}
