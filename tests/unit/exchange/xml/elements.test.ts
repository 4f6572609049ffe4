import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExpectedError } from '../../../../lib/errors';
import type { Skipped } from '../../../../lib/exchange/format';
import type { XmlElement } from '../../../../lib/exchange/xml/element';
import { elements } from '../../../../lib/exchange/xml/elements';
import { all, cuts, inPieces } from '../pieces';

async function read(text: string, lengths?: readonly number[]): Promise<(XmlElement | Skipped)[]> {
  return all(elements(inPieces(text, lengths), { root: 'list', wanted: ['record', 'note'] }));
}

/** What was found, in short: the text of an element, or the line at which something was skipped. */
async function brief(text: string, lengths?: readonly number[]): Promise<(string | number | undefined)[]> {
  const found = await read(text, lengths);
  return found.map((item) => (item.kind === 'element' ? item.text : item.place.line));
}

describe('the elements of a file', () => {
  it('are trees, with their lines', async () => {
    const text =
      '<?xml version="1.0"?>\r\n<!-- <record> -->\n<x:list xmlns:x="y">\r<skip>no</skip>\n<x:record a="&lt;1" __proto__="p">b<y:c d="e"/><![CDATA[<f>&]]>\n&amp;&#x1F449;</x:record></x:list>';
    expect(await read(text)).toEqual([
      {
        kind: 'element',
        name: 'record',
        attributes: JSON.parse('{"a":"<1","__proto__":"p"}'),
        children: [{ kind: 'element', name: 'c', attributes: { d: 'e' }, children: [], text: '', line: 5 }],
        text: 'b<f>&\n&👉',
        line: 5,
      },
    ]);
  });

  it('may be none', async () => {
    expect(await read('<list/>')).toEqual([]);
  });

  // The rules of XML 1.0 for what is well-formed.
  it.each([
    ['an attribute twice', '<record a="1" a="2"/>'],
    ['a value without quotes', '<record a=1/>'],
    ['a bare &', '<record>x & y</record>'],
    ['an entity that nobody declared', '<record>&nbsp;</record>'],
    ['an entity like a member of objects', '<record>&constructor;</record>'],
    ['a letter that controls a machine', '<record>\u000b</record>'],
    ['a NUL', '<record>\0</record>'],
    ['a NUL by its number', '<record>&#0;</record>'],
    ['a number beyond all letters', '<record>&#x110000;</record>'],
    ['the end of CDATA alone', '<record>]]></record>'],
    ['two hyphens in a comment', '<record><!-- a -- b --></record>'],
    ['< in a value', '<record a="<"/>'],
    ['ends in the wrong order', '<record><b><i></b></i></record>'],
    ['no end', '<record>x'],
    ['a name that begins with a digit', '<record><1/></record>'],
    ['another record within', '<record><record/></record>'],
    ['a document type in the midst', '<record><!DOCTYPE x></record>'],
  ])('are skipped where they have %s, and their neighbours are kept', async (_, broken) => {
    const text = `<list>\n<record>one</record>\n${broken}\n<record>two</record><note>three</note>\n</list>`;
    const found = await brief(text);
    expect(found.filter((item) => typeof item === 'string' && item !== '')).toEqual(['one', 'two', 'three']);
    expect(found).toContain(3);
    expect(await brief(text, [1])).toEqual(found);
  });

  it.each(['&<record\f>x</record>', '&<1:record>x</record>', '<?xml bad?>', '&&&&'])(
    'are not looked for in %j forever',
    async (broken) => {
      expect(await brief(`<list><record>one</record>${broken}<record>two</record></list>`)).toEqual(['one', 1, 'two']);
    },
  );

  it('are told with what is wrong and what to do', async () => {
    expect(await read('<list><record>\n\n</recor></list>')).toEqual([
      {
        kind: 'skipped',
        place: { line: 1 },
        why: 'What begins here is broken XML (unexpected close tag) and was left out. Fetch the file once more.',
      },
    ]);
  });

  it.each([
    ['in an element', '<list><record>one</record><record>tw', ['one', 1]],
    ['in a tag', '<list><record>one</record><rec', ['one', 1]],
    ['in an entity', '<list><record>one</record><record>&am', ['one', 1]],
    ['between elements', '<list>\n<record>one</record>\n', ['one', 2]],
    ['right after the root began', '<list>', [1]],
  ])('are kept where the file breaks off %s', async (_, text, expected) => {
    expect(await brief(text)).toEqual(expected);
  });

  it('are found in one file after another', async () => {
    const file = '<?xml version="1.0"?>\n<list><record>one</record><record>two</record></list>\n';
    expect((await brief(file + file)).filter((item) => typeof item === 'string')).toEqual(['one', 'two', 'one', 'two']);
  });

  it('are bounded in depth and in attributes', async () => {
    const deep = `<record>${'<b>'.repeat(60)}${'</b>'.repeat(60)}</record>`;
    const wide = `<record ${Array.from({ length: 60 }, (_, at) => `a${at}="1"`).join(' ')}/>`;
    expect(await brief(`<list>${deep}<record>one</record>\n${wide}<record>two</record></list>`)).toEqual([
      1,
      'one',
      2,
      'two',
    ]);
    expect(await brief(`<list>${'<b>'.repeat(60)}<record>one</record></list>`)).toEqual([1, 1]);
  });

  it.each(['\n\0', '\n𐀀\0', '\r\n&', '\n</b>', '\r\0\r\n'])(
    'are kept behind a line that begins with %j, wherever the file is cut',
    async (broken) => {
      const text = `<list>${broken}<record>one</record></list>`;
      for (let at = 1; at < text.length; at++) {
        expect(await read(text, [at, Infinity])).toEqual(await read(text));
      }
      expect(await brief(text)).toEqual([1, 'one']);
    },
  );

  it('are skipped for the first of two faults, wherever the file is cut', async () => {
    const text = '<list><record>one</record></list>text\0';
    const why = expect.stringContaining('text data outside of root node');
    for (let at = 1; at < text.length; at++) {
      expect((await read(text, [at, Infinity])).slice(1)).toEqual([{ kind: 'skipped', place: { line: 1 }, why }]);
    }
  });

  it('are the same however the file is cut, damage or not', async () => {
    const marks =
      '<record>|</record>|<record a="b">|<rec|<note/>|<list>|</list>|<|<!--|-->|<![CDATA[|]]>|&amp;|&|;|"|text|👩‍🔬|𐀀|\0';
    const parts = fc.constantFrom('\r\n', '\r', '\n', ...marks.split('|'));
    await fc.assert(
      fc.asyncProperty(fc.array(parts, { maxLength: 25 }), cuts, async (inside, lengths) => {
        const text = `<list>${inside.join('')}</list>`;
        expect(await read(text, lengths)).toEqual(await read(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('are not lost to what is broken between them', async () => {
    const record = fc.integer({ min: 0, max: 999 }).map((number) => `<record>n${number}</record>`);
    // What opens a comment could rightly hide a record up to where the next junk closes it: ! and ? are left out.
    const junk = fc.string({
      unit: fc.constantFrom(...'<>&;"\'=/-[] \n\fab', 'record', '<record', '\0'),
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(record, junk), { maxLength: 8 }), async (pairs) => {
        const found = await brief(`<list>${pairs.flat().join('\n')}\n<record>last</record></list>`);
        for (const text of [...pairs.map(([good]) => good.slice(8, -9)), 'last']) expect(found).toContain(text);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a file is not read at all', () => {
  it.each([
    ['with a document type', '<!DOCTYPE list><list/>', 'declares a document type'],
    [
      'with entities',
      '<?xml version="1.0"?><!DOCTYPE list [<!ENTITY a "aaaa">]><list>&a;</list>',
      'declares a document type',
    ],
    ['with a document type after comments', '<!-- x --><?y z?> <!DOCTYPE x:list><x:list/>', 'declares a document type'],
    ['that is a web page', '<!doctype html>\n<html><body><br></body></html>', 'This is a web page'],
    ['that is a page without a type', '  <html lang="en"><p>503</html>', 'This is a web page'],
    ['with another root', '<feed><record/></feed>', 'not an XML file with a root <list>'],
    ['with a root of a longer name', '<lists><record/></lists>', 'not an XML file with a root <list>'],
    ['that is plain text', 'Rate exceeded.', 'not an XML file with a root <list>'],
    ['that is empty', '', 'not an XML file with a root <list>'],
    ['that has no more than a comment', '<!-- x', 'not an XML file with a root <list>'],
    ['that never comes to its root', `<!-- ${'x'.repeat(200_000)}`, 'not an XML file with a root <list>'],
  ])('%s', async (_, text, message) => {
    for (const lengths of [[Infinity], [1000], [1]]) {
      await expect(read(text, lengths)).rejects.toThrow(ExpectedError);
      await expect(read(text, lengths)).rejects.toThrow(message);
    }
  });
});
