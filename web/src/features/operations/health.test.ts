import { expect, test } from 'vitest';
import { digestsDiffer, facts } from './health';

test('digests are only compared at equal sequences', () => {
  expect(digestsDiffer([{ memberId: 0, digest: 'a', digestSequence: 1 }, { memberId: 1, digest: 'b', digestSequence: 2 }])).toBe(false);
  expect(digestsDiffer([{ memberId: 0, digest: 'a', digestSequence: 2 }, { memberId: 1, digest: 'b', digestSequence: 2 }])).toBe(true);
  expect(digestsDiffer([{ memberId: 0, digest: null }, { memberId: 1 }])).toBe(false);
});

test('facts are flattened to paths, lists are left to their own tables', () => {
  expect(facts({ members: [], jvm: { heap: { used: 5 } }, up: true }, ['members'])).toEqual([
    { key: 'jvm.heap.used', value: '5' },
    { key: 'up', value: 'true' },
  ]);
});
