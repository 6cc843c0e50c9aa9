import { Refusal } from './customers.mjs';

/** Limits and kill switches of the development server: kept, shown, and checked for their form only. */
const limits = new Map();
const switches = new Map();
export const history = [];
let sequence = 100;

const keyOf = ({ scope, account, symbol }) => `${scope} ${account ?? symbol ?? ''}`;
const UNITS = { ORDER_QUANTITY: 'LOTS', ORDER_NOTIONAL: 'QUOTE', CONCENTRATION: 'QUOTE', PRICE_COLLAR: 'PERCENT', OPEN_ORDERS: 'ORDERS', MESSAGE_RATE: 'PER_SECOND' };
const need = (text, pointer, code, zh, en) => {
  if (!text?.trim()) throw new Refusal(422, code, zh, en, [{ pointer, code }]);
};
const deed = (body, staffId) => ({ staffId, reasonCode: body.reasonCode ?? 'OTHER', reason: body.reason.trim(), at: new Date().toISOString(), sequence: ++sequence });

export function set(body, staffId) {
  need(body.reason, '/reason', 'REASON_REQUIRED', '请写明原因', 'Say why');
  if (!body.inherit && !/^[0-9]+([.][0-9]+)?$/.test(body.value ?? '')) throw new Refusal(422, 'LIMIT_VALUE_INVALID', '限额数值超出范围', 'The value is out of range', [{ pointer: '/value', code: 'LIMIT_VALUE_INVALID' }]);
  const { scope, account, symbol, kind } = body;
  const value = body.inherit || Number(body.value) === 0 ? undefined : body.value;
  const limit = { scope, account, symbol, kind, value, unit: UNITS[kind], inherits: body.inherit === true, ...deed(body, staffId) };
  const key = `${keyOf(body)} ${kind}`;
  history.unshift({ limit, previousValue: limits.get(key)?.value });
  if (body.inherit) limits.delete(key);
  else limits.set(key, limit);
  return limit;
}

export function turn(body, staffId) {
  need(body.reason, '/reason', 'REASON_REQUIRED', '请写明原因', 'Say why');
  if (body.confirmation !== (body.account ?? body.symbol ?? 'FIRM')) throw new Refusal(422, 'CONFIRMATION_MISMATCH', '确认内容不一致', 'The confirmation does not match', [{ pointer: '/confirmation', code: 'CONFIRMATION_MISMATCH' }]);
  const { scope, account, symbol, engaged } = body;
  const killSwitch = { scope, account, symbol, engaged, cancelledOrders: engaged ? 3 : 0, ...deed(body, staffId) };
  switches.set(keyOf(body), killSwitch);
  history.unshift({ killSwitch });
  return killSwitch;
}

export const limitList = () => [...limits.values()];
export const switchList = () => [...switches.values()].sort((a, b) => Number(b.engaged) - Number(a.engaged));

export function mine(account, symbol) {
  const engaged = (of) => switches.get(keyOf(of))?.engaged === true;
  const blockedBy = engaged({ scope: 'FIRM' }) ? 'FIRM' : engaged({ scope: 'ACCOUNT', account }) ? 'ACCOUNT' : engaged({ scope: 'INSTRUMENT', symbol }) ? 'INSTRUMENT' : undefined;
  const binding = [...limits.values()].filter((limit) => limit.value !== undefined && [account, symbol, undefined].includes(limit.account ?? limit.symbol));
  return { symbol, blockedBy, items: binding.map(({ kind, value, scope }) => ({ kind, value, scope })) };
}
