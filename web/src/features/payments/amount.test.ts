import { expect, test } from 'vitest';
import { decimal as d } from '@/money';
import { readAmount } from './amount';

test.each([
  ['1,000.50', { amount: '1000.50' }],
  ['', {}],
  ['ten', { flaw: 'NOT_A_NUMBER' }],
  ['0.00', { flaw: 'NOT_POSITIVE' }],
  ['1.234', { flaw: 'TOO_MANY_DECIMALS' }],
  ['2000', { flaw: 'MORE_THAN_AVAILABLE' }],
])('"%s" is read as %o', (typed, read) => {
  expect(readAmount(typed, d('1999.99'))).toEqual(read);
});
