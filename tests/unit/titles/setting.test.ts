import { describe, expect, it } from 'vitest';
import { isAllOf, isSetOff } from '../../../lib/titles/setting';

const TITLE = 'Attention Is All You Need';

function titleIn(words: string) {
  const start = words.indexOf(TITLE);
  return { id: '1706.03762', start, end: start + TITLE.length, isShort: false };
}

describe('a title is all of the words', () => {
  it.each([TITLE, ` ${TITLE}.`, `“${TITLE}”`, `|${TITLE}|\n`])('%s', (words) => {
    expect(isAllOf(words, titleIn(words))).toBe(true);
  });

  it.each([`${TITLE} 2`, `The ${TITLE}`, `${TITLE} (2017)`])('not of %s', (words) => {
    expect(isAllOf(words, titleIn(words))).toBe(false);
  });
});

describe('a title is set off', () => {
  it.each([
    `Vaswani et al. ${TITLE}. In NeurIPS, 2017.`,
    `A. Vaswani. “${TITLE},” NeurIPS`,
    `[12] ${TITLE} (2017)`,
    `12. ${TITLE}`,
    `2017. ${TITLE}. NeurIPS`,
    `${TITLE} [pdf]`,
    `${TITLE} | Ashish Vaswani`,
    `${TITLE} – Vaswani and others`,
    `${TITLE} - Vaswani and others`,
    `Paper: ${TITLE}`,
    `Best paper – ${TITLE}`,
  ])('in %s', (words) => {
    expect(isSetOff(words, titleIn(words))).toBe(true);
  });

  it.each([
    `${TITLE} in Speech Separation`,
    `${TITLE}: A Survey`,
    `${TITLE} 2: more of it`,
    `${TITLE}-based models`,
    `Why ${TITLE}`,
    `Is ${TITLE}?`,
    `Non-${TITLE}`,
    `X${TITLE}`,
  ])('not in %s', (words) => {
    expect(isSetOff(words, titleIn(words))).toBe(false);
  });
});
