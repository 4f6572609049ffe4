import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { FIELDS } from '../../../../lib/search/fields';
import {
  ABSTRACT,
  ABSTRACT_ALONE,
  PlaceReader,
  PostingReader,
  writePlace,
  writePlaces,
  writePosting,
} from '../../../../lib/search/segment/postings';
import { ByteWriter } from '../../../../lib/search/segment/varint';

const places = fc
  .uniqueArray(fc.nat(70_000), { minLength: 1, maxLength: 5 })
  .map((all) => all.sort((one, other) => one - other));
const inField = (field: fc.Arbitrary<number>) => fc.record({ field, impact: fc.integer({ min: 1, max: 255 }), places });
const anywhere = fc
  .uniqueArray(inField(fc.nat(FIELDS.length - 1)), { selector: ({ field }) => field })
  .map((fields) => fields.sort((one, other) => one.field - other.field));
const inAbstract = inField(fc.constant(ABSTRACT)).map((field) => [field]);
const postings = fc.array(
  fc.record({ distance: fc.integer({ min: 1, max: 2 ** 24 }), found: fc.oneof(anywhere, inAbstract) }),
);

it('postings are read as they were written, and places are passed over to the last', () => {
  fc.assert(
    fc.property(postings, (all) => {
      const [writer, placeWriter] = [new ByteWriter(), new ByteWriter()];
      let paper = -1;
      const expected = all.map(({ distance, found }) => {
        const fields = found.reduce((bits, { field }) => bits | (1 << field), 0);
        const impacts = new Uint8Array(FIELDS.length);
        for (const { field, impact } of found) impacts[field] = impact;
        const times = found.find(({ field }) => field === ABSTRACT)?.places.length ?? 0;
        writePosting(writer, distance, fields, times, impacts);
        const [first = 0, ...more] = found.flatMap((one) => one.places);
        if (fields === ABSTRACT_ALONE && more.length === 0) writePlace(placeWriter, first);
        else for (const one of found) writePlaces(placeWriter, one.places, 0, one.places.length);
        paper += distance;
        // Of a term in the abstract alone it is said how often it stands there, of any other what it is worth.
        const said = fields === ABSTRACT_ALONE ? [times] : found.map(({ impact }) => impact);
        return { paper, fields, said, end: placeWriter.length };
      });
      const [reader, placeReader] = [new PostingReader(writer.view()), new PlaceReader(placeWriter.view())];
      const read = all.map(({ found }) => {
        expect(reader.next()).toBe(true);
        placeReader.skip(reader);
        const { fields, times, impacts } = reader;
        const said = fields === ABSTRACT_ALONE ? [times] : found.map(({ field }) => impacts[field]);
        return { paper: reader.paper, fields, said, end: placeReader.at };
      });
      expect(read).toEqual(expected);
      expect(reader.next()).toBe(false);
    }),
  );
});
