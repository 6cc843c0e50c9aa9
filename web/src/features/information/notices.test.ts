import { expect, test } from 'vitest';
import type { PostedNotice } from '@/api';
import { stateOf } from './notices';

const notice: PostedNotice = {
  id: 'ntc_1', severity: 'INFO', title: { zh: '维护', en: 'Maintenance' }, text: { zh: '今晚', en: 'Tonight' },
  startsAt: '2026-01-02T00:00:00Z', endsAt: '2026-01-03T00:00:00Z', postedBy: 'cus_1',
};
const at = (time: string) => stateOf(notice, Date.parse(time));

test('a notice is planned, shown, and ended, by its period', () => {
  expect(at('2026-01-01T23:59:59Z')).toBe('PLANNED');
  expect(at('2026-01-02T00:00:00Z')).toBe('SHOWN');
  expect(at('2026-01-03T00:00:00Z')).toBe('ENDED');
});

test('a withdrawn notice is withdrawn, whatever its period says', () => {
  const withdrawn = { ...notice, withdrawnAt: '2026-01-02T01:00:00Z', withdrawnBy: 'cus_1' };
  expect(stateOf(withdrawn, Date.parse('2026-01-02T02:00:00Z'))).toBe('WITHDRAWN');
});
