import { expect, test } from 'vitest';
import { duration, facts } from './health';

test('an age is told in the greatest unit that fits', () => {
  expect([0, 59, 60, 3_599, 3_600, 86_399, 200_000].map((seconds) => Object.values(duration(seconds)).join(' '))).toEqual(['0 s', '59 s', '1 min', '59 min', '1 h', '23 h', '2 d']);
});

test('facts are flattened to paths, lists are left to their own tables', () => {
  expect(facts({ members: [], jvm: { heap: { used: 5 } }, up: true }, ['members'])).toEqual([
    { key: 'jvm.heap.used', value: '5' },
    { key: 'up', value: 'true' },
  ]);
});
