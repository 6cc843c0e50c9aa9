import { Refusal } from './customers.mjs';

/** Servicing of the development server: one finished run, a dividend that was paid, and what staff announce. */
const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const paid = {
  actionId: 'act_1', kind: 'CASH_DIVIDEND', symbol: '600101', exDate: day(-3), payDate: day(-1), rate: '3.20', per: '10', asset: 'CNY', taxRate: '0.1',
  stage: 'COMPLETED', accounts: 214, positions: '1284300', gross: '410976.00', tax: '41097.60', units: '0', rounding: '0/10', agrees: true, unpaid: 0,
};
const rights = { ...paid, actionId: 'act_2', kind: 'RIGHTS_ISSUE', exDate: day(-1), payDate: day(0), expiryDate: day(9), rate: '3', price: '8.40', rightsAsset: '700101', taxRate: '0', stage: 'EXERCISABLE', gross: '0.00', tax: '0.00', units: '385290' };
const actions = [rights, paid];
const feeSchedules = [
    { scheduleId: 1, version: 1, asset: 'CNY', inForce: true, commissionMinimum: '5.00', maker: '0.00025', taker: '0.00025', stampDuty: '0.0005', transferFee: '0.00001', commissionRounding: 'HALF_UP', stampDutyRounding: 'HALF_UP', transferFeeRounding: 'HALF_UP', tiers: [], symbols: ['600101', '600102'] },
    { scheduleId: 2, version: 3, asset: 'CNY', inForce: true, commissionMinimum: '0.00', maker: '0.0008', taker: '0.001', stampDuty: '0', transferFee: '0', commissionRounding: 'UP', stampDutyRounding: 'UP', transferFeeRounding: 'UP', tiers: [{ turnover: '1000000.00', maker: '0.0006', taker: '0.0008' }, { turnover: '10000000.00', maker: '0.0004', taker: '0.0006' }], symbols: [] },
];
const interest = [{ asset: 'CNY', rate: '0.0035', dayCount: 360, creditDay: 20, creditMonths: 3, bands: [{ balance: '100000.00', rate: '0.005' }] }];
let last = 2;

export const report = () => ({
  runs: [
    { calendarId: 1, date: day(0), stage: 'COMPLETED', expiredOrders: 12, settled: 341, failed: 1, servicedAccounts: 214, accruedAccounts: 1208, steps: 2, staff: false, at: new Date(Date.now() - 3_600_000).toISOString(), sequence: 482_117 },
    { calendarId: 1, date: day(-1), stage: 'COMPLETED', expiredOrders: 9, settled: 297, failed: 0, servicedAccounts: 428, accruedAccounts: 1204, steps: 2, staff: true, at: new Date(Date.now() - 90_000_000).toISOString(), sequence: 401_532 },
  ],
  actions,
  feeSchedules,
  interest,
  interestRuns: [
    { asset: 'CNY', date: day(0), days: 1, accounts: 1208, balance: '48211903.55', accrued: '21480.11', credited: '0.00', sequence: 482_116 },
    { asset: 'CNY', date: day(-1), days: 3, accounts: 1204, balance: '47998120.04', accrued: '21011.38', credited: '38211.70', sequence: 401_531 },
  ],
});

export const known = () => ({ items: actions.filter((action) => action.stage !== 'WITHDRAWN') });

function requireKey(key) {
  if (!key) throw new Refusal(400, 'IDEMPOTENCY_KEY_REQUIRED', '缺少幂等键', 'The idempotency key is missing', []);
}

export function announce(body, key) {
  requireKey(key);
  const refuse = (pointer, code, zh, en) => {
    throw new Refusal(422, code, zh, en, [{ pointer, code }]);
  };
  if (!body.symbol) refuse('/symbol', 'INSTRUMENT_NOT_FOUND', '没有这个品种', 'No such instrument');
  if (!body.exDate || body.exDate <= day(0)) refuse('/exDate', 'DATE_INVALID', '日期次序不正确', 'The dates are not in order');
  const action = { ...paid, ...body, actionId: `act_${++last}`, payDate: body.payDate ?? body.exDate, rate: body.rate ?? '0', per: body.per ?? '1', taxRate: body.tax ?? '0', stage: 'ANNOUNCED', accounts: 0, positions: '0', gross: '0.00', tax: '0.00' };
  actions.unshift(action);
  return { actionId: action.actionId };
}

export function withdraw(actionId, key) {
  requireKey(key);
  const action = actions.find((one) => one.actionId === actionId);
  if (!action) throw new Refusal(404, 'ACTION_NOT_FOUND', '没有这项公司行动', 'No such corporate action', []);
  action.stage = 'WITHDRAWN';
  return { actionId };
}

export function setFees(body, key) {
  requireKey(key);
  if (body.tiers.some((tier, at) => at > 0 && Number(tier.turnover) <= Number(body.tiers[at - 1].turnover))) throw new Refusal(422, 'FEE_SCHEDULE_INVALID', '费率表不自洽', 'The fee schedule does not hold together', []);
  const before = feeSchedules.find((one) => one.scheduleId === body.scheduleId && one.inForce);
  if (before) before.inForce = false;
  const rounding = { commissionRounding: 'HALF_UP', stampDutyRounding: 'HALF_UP', transferFeeRounding: 'HALF_UP' };
  if (before) feeSchedules.splice(feeSchedules.indexOf(before), 1);
  feeSchedules.push({ ...rounding, ...body, version: (before?.version ?? 0) + 1, inForce: true, symbols: before?.symbols ?? [] });
  return { scheduleId: body.scheduleId };
}

export function assignFees(body, key) {
  requireKey(key);
  for (const one of feeSchedules) one.symbols = one.symbols.filter((symbol) => symbol !== body.symbol);
  feeSchedules.find((one) => one.scheduleId === body.scheduleId)?.symbols.push(body.symbol);
  return { scheduleId: body.scheduleId };
}

export function setInterest(body, key) {
  requireKey(key);
  const at = interest.findIndex((one) => one.asset === body.asset);
  interest.splice(at < 0 ? interest.length : at, 1, body);
  return { asset: body.asset };
}

export function exercise(actionId, body, key) {
  requireKey(key);
  if (Number(body.quantity) > 900) throw new Refusal(422, 'INSUFFICIENT_HOLDINGS', '持仓不足', 'Not enough holdings', [{ pointer: '/quantity', code: 'INSUFFICIENT_HOLDINGS' }]);
  return { actionId, quantity: body.quantity, symbol: '600101', sequence: 1 };
}
