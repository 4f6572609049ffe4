import { describe, expect, it } from 'vitest';
import { nameFrom, partsOf } from '../../../lib/exchange/names';

describe('the name of a person is taken apart', () => {
  it.each([
    ['Jiacheng Liu', 'Jiacheng', '', 'Liu', ''],
    ['Jean-Paul de Gaulle', 'Jean-Paul', 'de', 'Gaulle', ''],
    ['J. R. R. Tolkien', 'J. R. R.', '', 'Tolkien', ''],
    ['Laurens van der Maaten', 'Laurens', 'van der', 'Maaten', ''],
    ['Guy Van den Broeck', 'Guy', 'Van den', 'Broeck', ''],
    ['Luc Van Gool', 'Luc', 'Van', 'Gool', ''],
    ['Juan de la Cruz Martínez', 'Juan', 'de la', 'Cruz Martínez', ''],
    ['Santiago Ramón y Cajal', 'Santiago Ramón', 'y', 'Cajal', ''],
    ['Bob Smith Jr.', 'Bob', '', 'Smith', 'Jr.'],
    ['Martin Luther King III', 'Martin Luther', '', 'King', 'III'],
    ['Yoshi Ii', 'Yoshi', '', 'Ii', ''],
    ['Simon S. Du', 'Simon S.', '', 'Du', ''],
    ['danah boyd', 'danah', '', 'boyd', ''],
    ['Conan O’Brien', 'Conan', '', 'O’Brien', ''],
    ['王 小明', '王', '', '小明', ''],
  ])('%s', (author, given, particle, family, suffix) => {
    const name = partsOf(author);
    expect(name).toEqual({ given, particle, family, suffix });
    expect('whole' in name ? name.whole : nameFrom(name)).toBe(author);
  });

  it('without the comma before its suffix', () => {
    expect(partsOf('John Doe, Jr.')).toEqual({ given: 'John', particle: '', family: 'Doe', suffix: 'Jr.' });
  });

  it.each([
    'ATLAS Collaboration',
    'Gemma Team',
    'Team OLMo',
    'Plato',
    'OpenAI',
    'LLaMA Team, AI @ Meta',
    'X (Univ.)',
    '',
  ])('or left whole: %s', (author) => {
    expect(partsOf(author)).toEqual({ whole: author });
  });

  it('in time that grows with its length', () => {
    const started = performance.now();
    for (const part of ['a ', 'van ', 'A,', ', Jr.', 'A-']) partsOf(part.repeat(300_000));
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
