import { expect, test } from 'vitest';
import type { Depth } from '@/api';
import { decimal as d } from '@/money';
import { fold, largestOf, rows } from './book';

const depth: Depth = {
  bids: [[d('10.01'), d('300')], [d('10.00'), d('500')]],
  asks: [[d('10.02'), d('200')]],
};

test('a snapshot replaces both sides', () => {
  expect(fold(depth, { bids: [], asks: [[d('9'), d('1')]] })).toEqual({ bids: [], asks: [['9', '1']] });
});

test('changes set, add and remove levels in price order', () => {
  const folded = fold(depth, { changes: [['bid', d('10.01'), d('0')], ['bid', d('10.005'), d('7')], ['ask', d('10.02'), d('150')], ['ask', d('10.01'), d('1')]] });
  expect(folded?.bids).toEqual([['10.005', '7'], ['10.00', '500']]);
  expect(folded?.asks).toEqual([['10.01', '1'], ['10.02', '150']]);
});

test('changes without a book before them are ignored', () => {
  expect(fold(undefined, { changes: [['bid', d('1'), d('1')]] })).toBeUndefined();
});

test('rows are padded to a fixed number, bars measured against the largest level shown', () => {
  const padded = rows(depth.bids, 3, largestOf(depth, 3));
  expect(padded).toHaveLength(3);
  expect(padded[0]?.share).toBe(60);
  expect(padded[1]?.share).toBe(100);
  expect(padded[2]).toBeUndefined();
});
