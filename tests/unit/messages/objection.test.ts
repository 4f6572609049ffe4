import { expect, it } from 'vitest';
import { objectionTo } from '../../../lib/messages/objection';

const facts = { id: '2501.00001' };

it('has none to a paper as files have them', () => {
  expect(objectionTo({ facts })).toBeUndefined();
  expect(objectionTo({ facts: { ...facts, title: 'On Light' }, kept: { tags: ['a'], state: 'read' } })).toBeUndefined();
});

it.each([
  ['title', 'longer', { facts: { ...facts, title: 'x'.repeat(2001) } }],
  ['authors', 'longer', { facts: { ...facts, authors: ['Ana', 'x'.repeat(501)] } }],
  ['note', 'longer', { facts, kept: { note: 'x'.repeat(200_001) } }],
  ['published', 'of no form', { facts: { ...facts, published: 'yesterday' } }],
])('names the %s that is %s', (part, fault, paper) => {
  expect(objectionTo(paper)).toMatch(new RegExp(`^The ${part} of this record is ${fault}`));
});
