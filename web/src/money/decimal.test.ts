import { describe, expect, test } from 'vitest';
import {
  add,
  compare,
  decimal,
  decimalsOf,
  divideFloor,
  floorToStep,
  fromUnits,
  isDecimal,
  isMultiple,
  multiply,
  negate,
  readDecimal,
  roundHalfUp,
  roundUp,
  subtract,
  type Decimal,
} from '.';

const d = decimal;

describe('a decimal', () => {
  test.each(['0', '12.34', '-0.001', '99999999999999999999.99999999'])('accepts %s', (text) => {
    expect(isDecimal(text)).toBe(true);
  });

  test.each(['', '.', '1.', '.5', '1e3', '1,000', '+1', 'NaN', ' 1', '0x10', '1'.repeat(41)])('refuses "%s"', (text) => {
    expect(isDecimal(text)).toBe(false);
    expect(() => decimal(text)).toThrow(TypeError);
  });

  test('cannot be a number, not even at run time', () => {
    expect(isDecimal(12.34)).toBe(false);
  });
});

describe('what a person types', () => {
  test.each([
    ['1,234.50', '1234.50'],
    ['１２３．４', '123.4'],
    [' 12 ', '12'],
    ['.5', '0.5'],
    ['7.', '7'],
    ['12。5', '12.5'],
  ])('%s is read as %s', (typed, read) => {
    expect(readDecimal(typed)).toBe(read);
  });

  test.each(['', 'abc', '-1', '1.2.3', '1e9', '十'])('%s is not a number', (typed) => {
    expect(readDecimal(typed)).toBeUndefined();
  });
});

describe('exact sums', () => {
  test.each<[Decimal, Decimal]>([
    [add(d('0.1'), d('0.2')), d('0.3')],
    [subtract(d('1'), d('0.00000001')), d('0.99999999')],
    [multiply(d('19.99'), d('300')), d('5997.00')],
    [multiply(d('430123.45'), d('0.001')), d('430.12345')],
    [multiply(d('92233720368547758.07'), d('1000000')), d('92233720368547758070000.00')],
    [negate(d('-5.20')), d('5.20')],
    [fromUnits(-5n, 2), d('-0.05')],
    [floorToStep(d('1234'), d('100')), d('1200')],
    [floorToStep(d('0.12345678'), d('0.001')), d('0.12300000')],
    [divideFloor(d('1000'), d('3'), 2), d('333.33')],
    [roundUp(d('0.0301'), 2), d('0.04')],
    [roundUp(d('-0.0301'), 2), d('-0.04')],
    [roundUp(d('0.03'), 4), d('0.0300')],
    [roundHalfUp(d('2.345'), 2), d('2.35')],
    [roundHalfUp(d('-2.345'), 2), d('-2.35')],
    [roundHalfUp(d('2.344'), 2), d('2.34')],
  ])('%s equals %s', (result, expected) => {
    expect(result).toBe(expected);
  });

  test('compare ignores trailing zeros', () => {
    expect(compare(d('1.50'), d('1.5'))).toBe(0);
    expect(compare(d('-2'), d('1'))).toBe(-1);
    expect(compare(d('10'), d('9.99999999'))).toBe(1);
  });

  test('multiples are exact where floats are not', () => {
    expect(isMultiple(d('0.3'), d('0.1'))).toBe(true);
    expect(isMultiple(d('585.335'), d('0.01'))).toBe(false);
    expect(decimalsOf(d('1.2300'))).toBe(2);
  });

  test('a division by zero is refused', () => {
    expect(() => divideFloor(d('1'), d('0'), 2)).toThrow(RangeError);
  });
});
