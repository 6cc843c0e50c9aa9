import { expect, test } from 'vitest';
import { decimal } from '@/money';
import { amountOf, proofOf, subjectOf } from './risk';

test('a subject is named by its own name, else by its scope', () => {
  expect(subjectOf({ scope: 'ACCOUNT', account: 'acc_1000' })).toBe('acc_1000');
  expect(subjectOf({ scope: 'INSTRUMENT', symbol: '600519' })).toBe('600519');
  expect(subjectOf({ scope: 'ACCOUNT' })).not.toBe('ACCOUNT');
});

test('who turns a switch types what it stands over', () => {
  expect(proofOf({ scope: 'FIRM' })).toBe('FIRM');
  expect(proofOf({ scope: 'ACCOUNT', account: 'acc_1000' })).toBe('acc_1000');
});

test('an amount is shown with its unit, none in words', () => {
  expect(amountOf(decimal('5000.00'), 'CNY')).toBe('5,000.00 CNY');
  expect(amountOf(decimal('10'), 'PERCENT')).toBe('10 %');
  expect(amountOf(undefined, 'CNY')).not.toBe('');
});
