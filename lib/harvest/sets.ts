import { ExpectedError } from '../errors';
import type { HarvestRequest } from '../pack';

/** The archives that arXiv keeps in a group named physics, each with its categories; an archive without is one itself. */
const PHYSICS: Record<string, string> = {
  'astro-ph': 'CO EP GA HE IM SR',
  'cond-mat': 'dis-nn mes-hall mtrl-sci other quant-gas soft stat-mech str-el supr-con',
  'gr-qc': '',
  'hep-ex': '',
  'hep-lat': '',
  'hep-ph': '',
  'hep-th': '',
  'math-ph': '',
  nlin: 'AO CD CG PS SI',
  'nucl-ex': '',
  'nucl-th': '',
  physics:
    'acc-ph ao-ph app-ph atm-clus atom-ph bio-ph chem-ph class-ph comp-ph data-an ed-ph flu-dyn gen-ph geo-ph ' +
    'hist-ph ins-det med-ph optics plasm-ph pop-ph soc-ph space-ph',
  'quant-ph': '',
};

/** The archives that are groups of their own. */
const GROUPS: Record<string, string> = {
  cs:
    'AI AR CC CE CG CL CR CV CY DB DC DL DM DS ET FL GL GR GT HC IR IT LG LO MA MM MS NE NI OH OS PF PL RO SC SD SE ' +
    'SI',
  econ: 'EM GN TH',
  eess: 'AS IV SP SY',
  math: 'AC AG AP AT CA CO CT CV DG DS FA GM GN GR GT HO KT LO MG NA NT OA OC PR QA RA RT SG SP ST',
  'q-bio': 'BM CB GN MN NC OT PE QM SC TO',
  'q-fin': 'CP GN MF PM PR RM ST TR',
  stat: 'AP CO ME ML OT',
};

/** Categories that have two names, by the one under which arXiv does not keep them; in small letters. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['cs.na', 'math.na'],
  ['cs.sy', 'eess.sy'],
  ['math.it', 'cs.it'],
  ['math.mp', 'math-ph'],
  ['q-fin.ec', 'econ.gn'],
  ['stat.th', 'math.st'],
]);

/** An archive or a category as arXiv calls it, and the OAI set of its papers. */
interface Listed {
  name: string;
  set: string;
}

/** An archive and its categories, each of which has the set of its group, its archive and itself. */
function listed(archive: Listed, group: string, categories: string): Listed[] {
  const names = categories.split(' ').filter((name) => name !== '');
  return [
    archive,
    ...names.map((name) => ({ name: `${archive.name}.${name}`, set: `${group}:${archive.name}:${name}` })),
  ];
}

/** https://arxiv.org/category_taxonomy, https://info.arxiv.org/help/oa/index.html */
const ALL: readonly Listed[] = [
  ...Object.entries(GROUPS).flatMap(([name, categories]) => listed({ name, set: name }, name, categories)),
  // The archive named physics is not all of the group named physics.
  ...Object.entries(PHYSICS).flatMap(([name, categories]) =>
    listed({ name, set: `physics:${name}` }, 'physics', categories),
  ),
];

/** What can be harvested, as arXiv calls it: archives and categories. */
export const CATEGORIES: readonly string[] = ALL.map(({ name }) => name);

const BY_LETTERS: ReadonlyMap<string, Listed> = new Map(ALL.map((each) => [each.name.toLowerCase(), each]));

/** arXiv's first papers are of this year. */
const FIRST_YEAR = 1991;

/**
 * A request as it is kept: each category once, as arXiv calls it, and none that is part of another one.
 *
 * @param year the present one.
 * @throws {ExpectedError} for a category that arXiv does not have, and for years in which no paper can have come out.
 */
export function checkRequest({ categories, years }: HarvestRequest, year: number): HarvestRequest {
  if (categories.length === 0) throw new ExpectedError('No category is chosen. Choose at least one, such as cs.CL.');
  if (years && years.from > years.to) {
    throw new ExpectedError(
      `The first year, ${years.from}, is after the last year, ${years.to}. Give the earlier one first.`,
    );
  }
  if (years && (years.to < FIRST_YEAR || years.from > year)) {
    throw new ExpectedError(`arXiv has papers from ${FIRST_YEAR} to ${year}. Choose years within these.`);
  }
  const chosen = [...new Set(categories.map(find))];
  const whole = chosen.filter(({ set }) => !chosen.some((other) => set.startsWith(`${other.set}:`)));
  return { categories: whole.map(({ name }) => name), ...(years && { years }) };
}

/**
 * The OAI set of a category: `cs:cs:CL` of `cs.CL`.
 * @throws {ExpectedError} for a category that arXiv does not have.
 */
export function setOf(category: string): string {
  return find(category).set;
}

function find(category: string): Listed {
  const asked = category.trim();
  const letters = asked.toLowerCase();
  const found = BY_LETTERS.get(SAME.get(letters) ?? letters);
  if (found) return found;
  throw new ExpectedError(
    `arXiv has no category "${asked}". Write it as arXiv does: cs.CL, math.CO, hep-th, or an archive such as stat.`,
  );
}
