import { expect, test } from 'vitest';
import { Problem } from '@/api';
import { translate } from '@/language';
import { explain } from './refusal';

test('a refusal of the platform is told in its own words', () => {
  const problem = new Problem(422, 'OFF_LOT', '数量不是整手', '请改为 100 的整数倍。');
  expect(explain(problem)).toEqual({ what: '数量不是整手', why: '请改为 100 的整数倍。', next: undefined });
});

test.each([
  [new Problem(0, 'UNREACHABLE', 'Unreachable', undefined), 'UNREACHABLE'],
  [new Problem(0, 'TIMED_OUT', 'Timed out', undefined), 'TIMED_OUT'],
  [new Problem(502, 'HTTP_502', 'Bad Gateway', undefined), 'UNREACHABLE'],
  [new Problem(429, 'HTTP_429', 'Too Many Requests', undefined), 'RATE_LIMITED'],
  [new Problem(404, 'HTTP_404', 'Not Found', undefined), 'UNEXPECTED'],
])('%s without words of the platform is told in ours', (problem, key) => {
  expect(explain(problem).what).toBe(translate(`refusal.${key}.what`));
  expect(explain(problem).next).toBe(translate(`refusal.${key}.next`));
});
