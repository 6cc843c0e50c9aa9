import { expect, test } from 'vitest';
import { decimal as d, formatCompact, formatDecimal, formatPercent, formatSigned, UNKNOWN } from '.';

test.each([
  [formatDecimal(d('1234567.5'), 2), '1,234,567.50'],
  [formatDecimal(d('-0.001'), 2), '0.00'],
  [formatDecimal(d('-1234.5'), 1), '−1,234.5'],
  [formatDecimal(d('999')), '999'],
  [formatDecimal(undefined, 2), UNKNOWN],
  [formatDecimal(null), UNKNOWN],
  [formatSigned(d('12.3'), 2), '+12.30'],
  [formatSigned(d('0'), 2), '0.00'],
  [formatSigned(d('-12.3'), 2), '−12.30'],
  [formatPercent(d('1.256')), '+1.26%'],
  [formatPercent(undefined), UNKNOWN],
  [formatCompact(d('12345'), 'zh-CN'), '1.23万'],
  [formatCompact(d('1234500000'), 'zh-CN'), '12.35亿'],
  [formatCompact(d('12345'), 'en'), '12.35K'],
  [formatCompact(d('-2500000.55'), 'en'), '−2.50M'],
  [formatCompact(d('999'), 'en'), '999'],
  [formatCompact(undefined, 'en'), UNKNOWN],
])('writes %s', (written, expected) => {
  expect(written).toBe(expected);
});
