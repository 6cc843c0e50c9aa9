import { Refusal } from './customers.mjs';

/** A settlement report and a trial balance of the development server: one market that settles a day later. */
const addDay = (date) => {
  const next = new Date(`${date}T00:00:00Z`);
  do next.setUTCDate(next.getUTCDate() + 1);
  while (next.getUTCDay() % 6 === 0);
  return next.toISOString().slice(0, 10);
};
const days = [
  { date: '2026-11-20', day: 41, due: 14, settled: 14, failed: 0, completedAt: '2026-11-20T07:31:00Z' },
  { date: '2026-11-23', day: 42, due: 11, settled: 9, failed: 2, completedAt: '2026-11-23T07:31:00Z' },
];

const rules = { symbol: '600303', calendarId: 1, lagDays: 1, buyInDays: 4, proceedsUsable: true, sameDaySale: false, suspended: false };

export function suspend(symbol, suspended, { reason }) {
  if (!reason?.trim()) throw new Refusal(422, 'REASON_REQUIRED', '请写明原因', 'Say why', [{ pointer: '/reason', code: 'REASON_REQUIRED' }]);
  rules.suspended = suspended;
  return { symbol, suspended };
}

export function report() {
  return {
    calendars: [{ calendarId: 1, name: { zh: '上海/深圳', en: 'SSE/SZSE' }, days: [...days].reverse(), nextDate: addDay(days.at(-1).date) }],
    due: [{ symbol: '600303', accounts: 11, failed: 2, securities: '128400', cash: '1309680.00', cashAsset: 'CNY', daysAhead: 1 }],
    fails: [{ accountId: 'acc_1002', symbol: '600303', securities: '2400', cash: '24480.00', date: '2026-11-23', failedDays: 1, reason: 'SELLER_SHORT' }],
    buyIns: [{ accountId: 'acc_1007', symbol: '600303', securities: '600', date: '2026-11-23', failedDays: 4 }],
    rules: [rules],
  };
}

/** Begins the next business day, which settles at once. */
export function begin(calendarId, { date, reason }) {
  if (!reason?.trim()) throw new Refusal(422, 'REASON_REQUIRED', '请写明原因', 'Say why', [{ pointer: '/reason', code: 'REASON_REQUIRED' }]);
  const next = addDay(days.at(-1).date);
  if (Number(calendarId) !== 1 || date !== next) throw new Refusal(422, 'DATE_INVALID', '日期不是下一营业日', 'The date is not the next business day', [{ pointer: '/date', code: 'DATE_INVALID' }]);
  days.push({ date, day: days.at(-1).day + 1, due: 11, settled: 11, failed: 0, completedAt: new Date().toISOString() });
  return report().calendars[0];
}

export function trialBalance(sequence, lastSequence) {
  const lines = [
    { accountClass: 'CUSTOMER', asset: 'CNY', debit: '0.00', credit: '18204410.55', received: '19100000.00', paid: '895589.45' },
    { accountClass: 'HOUSE', asset: 'CNY', debit: '18204410.55', credit: '0.00', received: '895589.45', paid: '19100000.00' },
  ];
  const total = { asset: 'CNY', debit: '18204410.55', credit: '18204410.55', received: '19995589.45', paid: '19995589.45', balanced: true };
  return { lastSequence, sequence: sequence ?? lastSequence, lines, totals: [total] };
}
