import { randomBytes } from 'node:crypto';
import { Refusal } from './customers.mjs';

/** The keys of an account of the development server. The authenticator's code is always 123456, a proof lasts ten minutes. */
const PROOF_MILLIS = 600_000;
const CODE = '123456';

const keysOf = (customer) =>
  (customer.keys ??= { on: false, codes: [], provedAt: Date.now(), events: [], sessions: [{ sessionId: 'ses_here', device: 'Chrome, Linux', address: '127.0.0.1', current: true }, { sessionId: 'ses_phone', device: 'Safari, iPhone', address: '203.0.113.7', current: false }].map((one) => ({ openedAt: customer.registeredAt, lastSeenAt: new Date().toISOString(), ...one })) });

const note = (keys, kind) => keys.events.unshift({ eventId: keys.events.length + 1, at: new Date().toISOString(), kind, device: 'Chrome, Linux', address: '127.0.0.1' });

function proved(customer) {
  const keys = keysOf(customer);
  if (Date.now() - keys.provedAt > PROOF_MILLIS) throw new Refusal(403, 'PROOF_REQUIRED', '请再次验证身份', 'Please confirm that it is you');
  return keys;
}

function makeCodes(keys) {
  keys.codes = Array.from({ length: 10 }, () => randomBytes(8).toString('hex').toUpperCase().replace(/(.{4})(?=.)/g, '$1-'));
  return { codes: keys.codes };
}

/** What a sign-in needs besides the password. */
export function checkCode(customer, code) {
  const keys = keysOf(customer);
  if (!keys.on) return;
  if (!code) throw new Refusal(401, 'SECOND_FACTOR_REQUIRED', '还需要验证码', 'A code is needed as well');
  const recovery = keys.codes.indexOf(code.toUpperCase());
  if (recovery >= 0) keys.codes.splice(recovery, 1);
  else if (code !== CODE) {
    note(keys, 'WRONG_CODE');
    throw new Refusal(401, 'SECOND_FACTOR_WRONG', '验证码不正确', 'This code is not right');
  }
}

export const state = (customer) => ({ authenticatorOn: keysOf(customer).on, recoveryCodesLeft: keysOf(customer).codes.length });
export const events = (customer) => ({ items: keysOf(customer).events });
export const sessions = (customer) => ({ items: keysOf(customer).sessions });

export function prove(customer, { password, code }) {
  if (password !== customer.password) throw new Refusal(401, 'BAD_CREDENTIALS', '邮箱或密码不正确', 'The email or the password is wrong');
  checkCode(customer, code);
  keysOf(customer).provedAt = Date.now();
}

/** Lets the proof of identity grow old, for a browser test. */
export const forget = (customer) => (keysOf(customer).provedAt = 0);

export function changePassword(customer, { password }) {
  note(proved(customer), 'PASSWORD_CHANGED');
  customer.password = password;
}

export function setUp(customer) {
  proved(customer);
  const size = 33;
  const path = Array.from({ length: size * size }, (_, i) => ((i * 7919) % 5 < 2 ? `M${(i % size) + 4} ${Math.floor(i / size) + 4}h1v1h-1z` : '')).join('');
  return { secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', uri: 'otpauth://totp/Pharos', qrCode: { size: size + 8, path } };
}

export function confirm(customer, { code }) {
  const keys = proved(customer);
  if (code !== CODE) throw new Refusal(422, 'CODE_WRONG', '验证码不正确', 'This code is not right', [{ pointer: '/code', code: 'CODE_WRONG' }]);
  keys.on = true;
  note(keys, 'AUTHENTICATOR_ON');
  return makeCodes(keys);
}

export function remove(customer) {
  const keys = proved(customer);
  Object.assign(keys, { on: false, codes: [] });
  note(keys, 'AUTHENTICATOR_OFF');
}

export function renew(customer) {
  const keys = proved(customer);
  note(keys, 'RECOVERY_CODES_MADE');
  return makeCodes(keys);
}

export function end(customer, sessionId) {
  const keys = keysOf(customer);
  keys.sessions = keys.sessions.filter((one) => one.current || (sessionId !== undefined && one.sessionId !== sessionId));
  note(keys, 'SESSIONS_ENDED');
}
