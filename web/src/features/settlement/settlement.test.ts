import { expect, test } from 'vitest';
import type { TrialBalance } from '@/api';
import { decimal } from '@/money';
import { csvAddress, linesOf, percentOf, readSequence, shareOf, typedPercent } from './settlement';

test('reads a sequence as it is typed', () => {
  expect(readSequence('')).toBeUndefined();
  expect(readSequence(' 12,345 ')).toBe(12_345);
  expect(readSequence('0')).toBe(0);
  for (const wrong of ['-1', '1.5', 'x', '99999999999999999']) expect(readSequence(wrong)).toBeNull();
});

test('the file is of the sequence that is shown', () => {
  expect(csvAddress(undefined)).toBe('/api/v1/ledger/trial-balance.csv');
  expect(csvAddress(40)).toBe('/api/v1/ledger/trial-balance.csv?sequence=40');
});

test('shows the lines of one asset in their order', () => {
  const line = (accountClass: string, asset: string) => ({ accountClass, asset, paid: decimal('1'), received: decimal('0'), debit: decimal('1'), credit: decimal('0') });
  const balance: TrialBalance = { sequence: 1, lastSequence: 1, lines: [line('1', 'CNY'), line('5', 'BTC'), line('CUSTOMERS', 'CNY')], totals: [] };
  expect(linesOf(balance, 'CNY').map((one) => one.accountClass)).toEqual(['1', 'CUSTOMERS']);
});

test('writes shares as per cent without zeros at the end', () => {
  expect(['0.00025', '0.1', '1', '0', '0.00001'].map((share) => percentOf(decimal(share)))).toEqual(['0.025%', '10%', '100%', '0%', '0.001%']);
});

test('reads per cent as a share and writes it back', () => {
  expect(['0.025', '5 %', '100', '0'].map((typed) => shareOf(typed))).toEqual(['0.00025', '0.05', '1.00', '0.00']);
  for (const wrong of ['', '-1', '100.01', 'x']) expect(shareOf(wrong)).toBeUndefined();
  expect(typedPercent(decimal('0.00025'))).toBe('0.025');
});
