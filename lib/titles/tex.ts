import { COMMAND, withoutCommands } from './letters';

/** TeX in titles, as arXiv and BibTeX files have it. */

/** The Greek letters by the names that TeX gives them, in Unicode's order from alpha on. */
const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho varsigma sigma tau upsilon ' +
  'phi chi psi omega';
const greek = new Map(GREEK.split(' ').map((name, at) => [name, String.fromCharCode(0x3b1 + at)]));

/** A command that only says how letters look. */
const LOOK = /^(?:(?:math|text)[a-z]+|emph|bf|it|rm|sc|sf|tt|em|cal|left|right)$/;

/**
 * The ways in which a title with TeX in it is met: typeset, with its Greek letters, and as TeX, whose commands are
 * passed over where titles are looked for. Where there is no TeX, the two are one.
 */
export function readingsOf(title: string): Set<string> {
  const typeset = title.replace(COMMAND, (command: string) => {
    const name = command.replace(/^\\(?:var)?/, '');
    return LOOK.test(name) ? '' : (greek.get(name.toLowerCase()) ?? command);
  });
  return new Set([typeset, typeset.replace(/[α-ω]/g, '')].map(withoutCommands));
}
