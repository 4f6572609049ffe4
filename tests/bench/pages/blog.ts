/** A long page of a blog without a single id, but with much that looks a little like one. */
import { makeText } from '../corpus';
import { createRandom, type Random } from '../random';
import { type MadePage, pageOf, type Piece, plain } from './made';

/** Makes a page of at least so many letters. */
export function makeBlog(letters: number): MadePage {
  const random = createRandom(letters);
  const pieces: Piece[] = [plain('<main>')];
  for (let length = 0; length < letters; length += pieces.at(-1)?.html.length ?? 0) pieces.push(plain(entry(random)));
  return pageOf('https://blog.example.org/', [...pieces, plain('</main>')]);
}

/** One entry: what it says, and what its readers say of it. */
function entry(random: Random): string {
  const parts = Array.from({ length: random.between(8, 16) }, () => random.pick(PARTS)(random));
  const comments = Array.from({ length: random.between(3, 12) }, () => comment(random));
  return `
    <article>
      <h2><a href="/${date(random, '/')}/${makeText(random, 3).replaceAll(' ', '-')}">${makeText(random, 7)}</a></h2>
      <p class="byline">By <a href="/by/${random.between(1, 40)}">${makeText(random, 2)}</a> on
        <time datetime="${date(random, '-')}">${date(random, '.')}</time></p>
      ${parts.join('\n')}
      <!-- ${makeText(random, 12)} -->
      <section class="comments"><h3>${comments.length} comments</h3>${comments.join('\n')}</section>
    </article>
  `;
}

const PARTS = [paragraph, paragraph, paragraph, paragraph, code, table, list];

/** A long paragraph with links, numbers and dates in its running text. */
function paragraph(random: Random): string {
  const stretches = Array.from({ length: random.between(6, 14) }, () => {
    const words = makeText(random, random.between(8, 24));
    const other = random.pick([
      () => `<a href="https://example.org/${date(random, '/')}/${number(random)}">${makeText(random, 3)}</a>`,
      () => `<em>${makeText(random, 2)}</em>`,
      () => `<code>${makeText(random, 1)}(${number(random)})</code>`,
      () => number(random),
      () => decimal(random),
      () => date(random, random.pick(['-', '/', '.', ''])),
    ])();
    return `${words} ${other}`;
  });
  return `<p>${stretches.join(', ')}.</p>`;
}

function code(random: Random): string {
  const lines = Array.from(
    { length: random.between(5, 25) },
    () =>
      `  ${makeText(random, 1)}[${number(random)}] = ${decimal(random)} * ${makeText(random, 1)}  # ${date(random, '')}`,
  );
  return `<pre><code>${lines.join('\n')}</code></pre>`;
}

function table(random: Random): string {
  const rows = Array.from({ length: random.between(4, 12) }, () => {
    const cells = [makeText(random, 2), number(random), decimal(random), decimal(random), date(random, '-')];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<table><tbody>${rows.join('')}</tbody></table>`;
}

function list(random: Random): string {
  const items = Array.from(
    { length: random.between(3, 9) },
    () => `<li>${makeText(random, 9)}, ${decimal(random)}</li>`,
  );
  return `<ul>${items.join('\n')}</ul>`;
}

function comment(random: Random): string {
  return `<div class="comment"><p><b>${makeText(random, 2)}</b>, ${date(random, '-')} 12:${random.between(10, 59)}</p>
    <p>${makeText(random, random.between(10, 60))}</p></div>`;
}

/** A whole number: with separators, of as many digits as an id, or an address in a memory. */
function number(random: Random): string {
  const whole = random.between(1, 9_999_999);
  return random.pick([whole.toLocaleString('en'), String(whole), `0x${whole.toString(16)}`]);
}

/** A number with a point in it, never with four digits on both of its sides. */
function decimal(random: Random): string {
  return random.pick([
    (random.next() * 1000).toFixed(5),
    (random.next() * 10_000).toFixed(2),
    `${(random.next() * 100).toFixed(1)}%`,
    `$${random.between(1000, 9999)}.${random.between(10, 99)}`,
  ]);
}

function date(random: Random, separator: string): string {
  const [month, day] = [random.between(1, 12), random.between(1, 28)].map((part) => String(part).padStart(2, '0'));
  return [random.between(2005, 2025), month, day].join(separator);
}
