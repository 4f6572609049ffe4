/** A page of middle size on which very much happens at once, as on a feed that comes back to life. */
import { makeId, makeText } from '../corpus';
import { createRandom, type Random } from '../random';
import { type MadePage, pageOf, type Piece, plain } from './made';
import { bundledId, filler } from './pieces';

const FILLERS_IN_A_SECTION = 60;
/** How many paragraphs of each kind a section has or gets: each is one change. */
const CHANGES_IN_A_SECTION = { removed: 50, emptied: 25, rewritten: 75, filled: 50, added: 50 };
const CHANGES = Object.values(CHANGES_IN_A_SECTION).reduce((sum, changes) => sum + changes);

/** The words that a section gets. */
type News = Record<'rewritten' | 'filled' | 'added', string[]>;

/** Makes a page on which so many changes happen within one task. */
export function makeBusyPage(changes: number): MadePage {
  const random = createRandom(changes);
  const sections = Array.from({ length: changes / CHANGES }, () => section(random));
  const page = pageOf('https://busy.example.org/', [plain('<main>'), ...sections, plain('</main>')]);
  const news = sections.map(() => makeNews(random));
  const { removed, emptied, filled, added } = CHANGES_IN_A_SECTION;
  const { texts } = page.contents;
  return {
    ...page,
    burst: {
      async run(tab) {
        const made = await tab.evaluate(change, news);
        if (made !== changes) throw new Error(`There were ${made} changes in the place of ${changes}.`);
      },
      contents: {
        texts: texts + sections.length * (filled + added - removed - emptied),
        // What was removed had one of the known papers in each section; each kind of news has one too.
        known: sections.length * 3,
        inWords: sections.length * 6,
      },
    },
  };
}

function section(random: Random): Piece {
  const { removed, emptied, rewritten, filled } = CHANGES_IN_A_SECTION;
  const fillers = Array.from({ length: FILLERS_IN_A_SECTION }, () => filler(random).html);
  const paragraphs = [
    ...sentences(removed, random).map((words) => `<p class="removed">${words}</p>`),
    ...Array.from({ length: emptied }, () => `<p class="emptied">${makeText(random, 12)}</p>`),
    ...Array.from({ length: rewritten }, () => `<p class="rewritten">${makeText(random, 12)}</p>`),
    ...Array.from({ length: filled }, () => `<p class="filled"><b>${makeText(random, 2)}</b></p>`),
  ];
  return { html: `<section>${[...fillers, ...paragraphs].join('')}</section>`, known: 1, inWords: 2 };
}

function makeNews(random: Random): News {
  const { rewritten, filled, added } = CHANGES_IN_A_SECTION;
  return {
    rewritten: sentences(rewritten, random),
    filled: sentences(filled, random),
    added: sentences(added, random),
  };
}

/** Sentences, of which the first names a paper that comes with the extension, and the second one that nobody has. */
function sentences(count: number, random: Random): string[] {
  const ids = [bundledId(random.between(0, 1000)), makeId(random.between(0, 10_000))];
  return Array.from({ length: count }, (_, at) => {
    const words = makeText(random, random.between(6, 20));
    return at < ids.length ? `${words} (arXiv:${ids[at]}), ${words}` : words;
  });
}

/** Runs in the page. Makes all changes in one task, and tells how many a reader of the page is told of. */
function change(news: News[]): Promise<number> {
  return new Promise((resolve) => {
    setTimeout(() => {
      const observer = new MutationObserver(() => undefined);
      observer.observe(document, { childList: true, characterData: true, subtree: true });
      for (const [at, part] of document.querySelectorAll('section').entries()) {
        const { rewritten = [], filled = [], added = [] } = news[at] ?? {};
        for (const element of part.querySelectorAll('.removed')) element.remove();
        for (const element of part.querySelectorAll('.emptied')) element.firstChild?.remove();
        for (const [which, element] of part.querySelectorAll('.rewritten').entries()) {
          (element.firstChild as Text).data = rewritten[which] ?? '';
        }
        for (const [which, element] of part.querySelectorAll('.filled').entries()) {
          element.append(filled[which] ?? '');
        }
        for (const words of added) {
          const element = document.createElement('p');
          element.textContent = words;
          part.append(element);
        }
      }
      resolve(observer.takeRecords().length);
      observer.disconnect();
    });
  });
}
