/**
 * The archives that gave out ids of the old kind (`hep-th/9901001`), from July 1991 to March 2007.
 * Source: arXiv's taxonomy of archives, the ended ones included.
 */
export const OLD_ARCHIVES: readonly string[] = (
  'acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs dg-ga ' +
  'funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol physics plasm-ph ' +
  'q-alg q-bio quant-ph solv-int supr-con'
).split(' ');
