import { Refusal } from './customers.mjs';

/** Margin accounts of the development server: the caller is called, another is being closed out, a third is well. */
const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const ago = (seconds) => new Date(Date.now() - seconds * 1_000).toISOString();
const program = { programId: 1, asset: 'CNY', closing: '1.3', warning: '1.5', restore: '1.5', withdrawal: '3', concentration: '0', callDays: 2, protection: '0.05', creditMax: '1000000000.00', lent: '1412030.00', revalueSeconds: 10, dayCount: 360 };
const account = (accountId, status, ratio, debt, assets, rest = {}) => ({
  account: accountId, active: true, programId: 1, asset: 'CNY', creditLimit: '500000.00', rate: '0.0835', status, reason: 'NONE', assets, market: assets, debt, reserved: '0.00', interest: '121.48', excess: '-84210.55', valuedAt: ago(4),
  ...(ratio ? { ratio } : {}), ...rest,
});
const accounts = [
  account('acc_1007', 'CLOSING', '1.284102', '400000.00', '513796.80', { required: '86385.43', callDate: day(-3), deadline: day(-1) }),
  account('acc_1001', 'CALLED', '1.436518', '212030.00', '304758.20', { required: '13469.02', callDate: day(0), deadline: day(2) }),
  account('acc_1015', 'SHORTFALL', '0', '18220.11', '0.00', { required: '27512.39' }),
  account('acc_1022', 'NORMAL', '2.731094', '300000.00', '819660.02', { excess: '112040.30' }),
];
const terms = [
  { symbol: '600519', conversion: '0.7', initial: '1', collateral: true, financing: true },
  { symbol: '000001', conversion: '0.7', initial: '1', collateral: true, financing: true },
  { symbol: 'CGB10Y', conversion: '0.95', initial: '1', collateral: true, financing: false },
  { symbol: '510300', conversion: '0.9', initial: '1', collateral: true, financing: true },
];
const sales = [{ account: 'acc_1007', orderId: 'ord_48211', symbol: '000001', quantity: '9100', filled: '4000', protectionPrice: '10.36', at: ago(40) }];
const change = (seconds, accountId, status, previous, reason, ratio) => ({ account: accountId, status, previous, reason, debt: '400121.48', ...(ratio ? { ratio } : {}), required: '86385.43', at: ago(seconds) });

export const mine = () => ({
  account: accounts[1], program: { ...program, lent: '0.00' },
  loans: [{ symbol: '600519', debt: '150000.00', reserved: '0.00' }, { symbol: '000001', debt: '62030.00', reserved: '0.00' }],
  instruments: terms.map((of) => (of.financing ? { ...of, borrowable: '0.00' } : of)),
  forcedSales: [{ ...sales[0], account: 'acc_1001', orderId: 'ord_40112', at: ago(900_000) }],
});

export const desk = () => ({
  programs: [program], terms, accounts,
  changes: [
    change(40, 'acc_1007', 'CLOSING', 'CALLED', 'DEADLINE_PASSED', '1.284102'),
    change(3_600, 'acc_1001', 'CALLED', 'NORMAL', 'BELOW_WARNING', '1.436518'),
    change(9_000, 'acc_1015', 'SHORTFALL', 'CLOSING', 'NOTHING_LEFT', '0'),
    change(90_000, 'acc_1022', 'NORMAL', 'CALLED', 'RESTORED', '1.512004'),
  ],
  forcedSales: sales,
});

function requireKey(key) {
  if (!key) throw new Refusal(400, 'IDEMPOTENCY_KEY_REQUIRED', '缺少幂等键', 'The idempotency key is missing', []);
}

export function repay(body, key) {
  requireKey(key);
  return { asset: 'CNY', paid: body.amount };
}

export function write(kind, body, key) {
  requireKey(key);
  if (kind === 'programs') {
    if (Number(body.warning) < Number(body.closing)) throw new Refusal(422, 'MARGIN_TERMS_INVALID', '融资业务参数无效', 'The terms of the margin business are not valid', [{ pointer: '/warning', code: 'MARGIN_TERMS_INVALID' }]);
    Object.assign(program, body);
  } else if (kind === 'terms') {
    const known = terms.find((of) => of.symbol === body.symbol);
    if (known) Object.assign(known, body);
    else terms.push(body);
  } else {
    const known = accounts.find((of) => of.account === body.account);
    if (known) Object.assign(known, body);
    else accounts.push(account(body.account, 'NORMAL', undefined, '0.00', '0.00', { ...body, excess: '0.00' }));
  }
  return { subject: String(body.account ?? body.symbol ?? body.programId) };
}
