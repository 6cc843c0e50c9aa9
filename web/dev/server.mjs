/**
 * For development and browser tests only: speaks Pharos's REST and stream contract with made-up, seeded data, keeps
 * everything in memory, and serves dist/ under the strict content security policy of the real edge.
 *   node dev/server.mjs --port 8090
 * POST /__play {"market":"down"|"up","sockets":"close","silence":true|false,"bank":"TIMEOUT"} plays an outage.
 */
import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocketServer } from 'ws';
import { customers, Customer, isOpen, orderView, Refusal, sessions, signIn, state } from './customers.mjs';
import { candleView, depthView, instrumentView, listings, quoteView, replay, rolled } from './market.mjs';
import * as margin from './margin.mjs';
import * as risk from './risk.mjs';
import * as security from './security.mjs';
import * as settlement from './settlement.mjs';
import * as servicing from './servicing.mjs';

const port = Number(process.argv[process.argv.indexOf('--port') + 1] || 8090);
const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist');
const started = new Date().toISOString();
const CSP = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.png': 'image/png', '.webmanifest': 'application/manifest+json', '.json': 'application/json' };

customers.set('staff@pharos.test', new Customer({ email: 'staff@pharos.test', password: 'harbour-light-7', role: 'STAFF', displayName: 'Staff' }));

const page = (items, query) => {
  const limit = Number(query.get('limit') ?? 50);
  const from = Number(query.get('pageToken') ?? 0);
  return { items: items.slice(from, from + limit), ...(from + limit < items.length ? { nextPageToken: String(from + limit) } : {}) };
};
const found = (symbol) => {
  const of = listings.get(symbol);
  if (!of) throw new Refusal(404, 'INSTRUMENT_NOT_FOUND', '没有这个品种', 'No such instrument');
  return of;
};
const marketUp = () => {
  if (state.marketDown) throw new Refusal(503, 'ROLE_UNAVAILABLE', '行情服务暂不可用', 'Market data is unavailable');
};

function status() {
  const part = (name, role, fields = {}) => ({ name, role, state: 'UP', since: started, ...fields });
  return {
    state: state.marketDown ? 'DEGRADED' : 'UP', asOf: new Date().toISOString(),
    parts: [
      part('core', 'core'), part('trading', 'trading'), part('market', 'market', state.marketDown ? { state: 'DOWN', since: state.marketDown } : {}),
      part('accounts', 'accounts'), part('payments', 'payments'), part('information', 'information'), part('sandbox', 'sandbox'),
    ],
  };
}

function health() {
  const log = 88_211_392 + state.sequence * 96;
  const common = state.sequence - (state.sequence % 1000);
  const member = (memberId, role) => ({ memberId, address: `127.0.0.1:90${memberId}0`, role, since: started, leaderMemberId: 0, commitPosition: log, logPosition: log, sequence: state.sequence, digest: '9f2c41d07be35a18', digestSequence: common, snapshotAgeSeconds: 1_260, journalLag: 0, errors: 0 });
  const { parts } = status();
  const here = parts.filter(({ role }) => role !== 'market');
  const there = parts.filter(({ role }) => role === 'market');
  return {
    members: [member(0, 'LEADER'), member(1, 'FOLLOWER'), { memberId: 2, address: '127.0.0.1:9020', role: 'UNREACHABLE', since: started }],
    agreement: { logPosition: log, sequence: common, members: 2, equal: true },
    processes: [
      { address: 'this process', state: 'UP', since: started, pid: process.pid, uptimeSeconds: Math.round(process.uptime()), parts: here },
      { address: 'http://127.0.0.1:8081', state: there[0].state, since: started, pid: process.pid + 1, uptimeSeconds: 60, parts: there },
    ],
    projections: [{ name: 'trading', process: 'this process', sequence: state.sequence, lag: 0 }, { name: 'market', process: 'http://127.0.0.1:8081', sequence: state.sequence - 3, lag: 3 }],
    jvm: { version: '25', uptimeSeconds: Math.round(process.uptime()), heapUsedBytes: 412_000_000, heapMaxBytes: 2_147_483_648, threads: 61 },
    database: { version: '18.6', connectionsActive: 3, connectionsMax: 20, sizeBytes: 48_220_160 }, bank: state.bank,
  };
}

const inForce = (notice) => !notice.withdrawnAt && Date.parse(notice.startsAt) <= Date.now() && !(Date.parse(notice.endsAt) <= Date.now());

const open = {
  'POST /registrations': ({ body, reply }) => {
    const wrong = [];
    if (!/^\S+@\S+\.\S+$/.test(body.email ?? '')) wrong.push({ pointer: '/email', code: 'EMAIL_INVALID', detail: '' });
    if ((body.password ?? '').length < 12) wrong.push({ pointer: '/password', code: 'PASSWORD_TOO_SHORT', detail: '' });
    if (wrong.length > 0) throw new Refusal(422, 'VALIDATION_FAILED', '请检查填写的内容', 'Please check what you entered', wrong);
    if (customers.has(body.email)) throw new Refusal(409, 'EMAIL_TAKEN', '该邮箱已注册', 'This email is already registered', [{ pointer: '/email', code: 'EMAIL_TAKEN' }]);
    const customer = new Customer(body);
    customers.set(body.email, customer);
    reply.cookie = signIn(customer);
    return [201, customer.me()];
  },
  'POST /session': ({ body, reply }) => {
    const customer = customers.get(body.email);
    if (customer?.password !== body.password) throw new Refusal(401, 'BAD_CREDENTIALS', '邮箱或密码不正确', 'The email or the password is wrong');
    security.checkCode(customer, body.code);
    reply.cookie = signIn(customer);
    return [200, customer.me()];
  },
  'GET /instruments': () => [200, { items: [...listings.values()].map(instrumentView) }],
  'GET /instruments/:symbol': ({ params }) => [200, instrumentView(found(params.symbol))],
  'GET /quotes': () => (marketUp(), [200, { items: [...listings.values()].map(quoteView), sequence: state.sequence, asOf: new Date().toISOString() }]),
  'GET /instruments/:symbol/depth': ({ params }) => (marketUp(), [200, { symbol: params.symbol, sequence: state.sequence, ...depthView(found(params.symbol)) }]),
  'GET /instruments/:symbol/trades': ({ params }) => (marketUp(), [200, { items: found(params.symbol).trades.slice(0, 50) }]),
  'GET /instruments/:symbol/candles': ({ params, query }) => {
    marketUp();
    const of = found(params.symbol);
    const before = query.get('before') ? Date.parse(query.get('before')) : Infinity;
    const interval = query.get('interval') ?? '1m';
    const bars = (of.candles[interval] ?? rolled(of.candles['1d'], interval)).filter((bar) => bar.openAt < before);
    return [200, { items: bars.slice(-Number(query.get('limit') ?? 300)).map((bar) => candleView(of, bar)) }];
  },
  'GET /status': () => [200, status()],
  'GET /notices': ({ chinese }) => [200, { items: state.notices.filter(inForce).map((one) => ({ id: one.id, severity: one.severity, title: one.title[chinese ? 'zh' : 'en'], text: one.text[chinese ? 'zh' : 'en'], publishedAt: one.startsAt })) }],
  'GET /glossary': () => [200, { items: [{ id: 'tick', term: { zh: '最小变动价位', en: 'Tick' }, text: { zh: '两个价格之间的最小差。', en: 'The smallest difference between two prices.' } }] }],
};

const signedIn = {
  'GET /session': ({ customer }) => [200, customer.me()],
  'DELETE /session': ({ token, reply }) => (sessions.delete(token), (reply.cookie = ''), [204]),
  'GET /security': ({ customer }) => [200, security.state(customer)],
  'GET /security/events': ({ customer }) => [200, security.events(customer)],
  'GET /sessions': ({ customer }) => [200, security.sessions(customer)],
  'DELETE /sessions': ({ customer }) => (security.end(customer), [204]),
  'DELETE /sessions/:id': ({ customer, params }) => (security.end(customer, params.id), [204]),
  'POST /session/proof': ({ customer, body }) => (security.prove(customer, body), [204]),
  'POST /security/password': ({ customer, body }) => (security.changePassword(customer, body), [204]),
  'POST /security/authenticator': ({ customer }) => [200, security.setUp(customer)],
  'POST /security/authenticator/confirmation': ({ customer, body }) => [200, security.confirm(customer, body)],
  'DELETE /security/authenticator': ({ customer }) => (security.remove(customer), [204]),
  'POST /security/recovery-codes': ({ customer }) => [200, security.renew(customer)],
  'PATCH /me': ({ customer, body }) => (Object.assign(customer, body), [200, customer.me()]),
  'POST /deposits': ({ customer, body }) => [201, customer.pay('DEPOSIT', body.amount)],
  'POST /withdrawals': ({ customer, body }) => [201, customer.pay('WITHDRAWAL', body.amount)],
  'GET /payments': ({ customer, query }) => [200, page(customer.payments, query)],
  'GET /payments/:id': ({ customer, params }) => [200, customer.payments.find((payment) => payment.id === params.id)],
  'POST /order-lists/oco': ({ customer, body }) => [201, customer.placeOco(body)],
  'POST /order-lists/bracket': ({ customer, body }) => [201, customer.placeBracket(body)],
  'POST /orders': ({ customer, body }) => [201, customer.place(body)],
  'GET /corporate-actions': () => [200, servicing.known()],
  'POST /corporate-actions/:id/exercise': ({ params, body, key }) => [200, servicing.exercise(params.id, body, key)],
  'POST /orders/estimate': ({ customer, body }) => [200, customer.estimate(body)],
  'GET /orders': ({ customer, query }) => {
    const wanted = query.get('state') ?? 'all';
    const matches = (order) =>
      (wanted === 'all' || isOpen(order) === (wanted === 'open')) &&
      (!query.get('symbol') || order.symbol === query.get('symbol')) &&
      (!query.get('clientOrderId') || order.clientOrderId === query.get('clientOrderId'));
    return [200, page(customer.orders.filter(matches).map(orderView), query)];
  },
  'GET /orders/:id': ({ customer, params }) => [200, orderView(customer.find(params.id))],
  'PATCH /orders/:id': ({ customer, params, body }) => [200, customer.change(params.id, body)],
  'DELETE /orders/:id': ({ customer, params }) => [200, customer.cancel(params.id)],
  'DELETE /orders': ({ customer, query }) => {
    const doomed = customer.orders.filter((order) => isOpen(order) && (!query.get('symbol') || order.symbol === query.get('symbol')));
    doomed.forEach((order) => customer.cancel(order.id));
    return [200, { cancelled: doomed.length }];
  },
  'GET /margin': () => [200, margin.mine()],
  'POST /margin/repayments': ({ body, key }) => [200, margin.repay(body, key)],
  'GET /limits/mine': ({ customer, query }) => [200, risk.mine(customer.me().accountId, query.get('symbol'))],
  'GET /executions': ({ customer, query }) => [200, page(customer.executions.filter((one) => !query.get('symbol') || one.symbol === query.get('symbol')), query)],
  'GET /balances': ({ customer }) => [200, { items: customer.balancesView(), sequence: state.sequence }],
  'GET /positions': ({ customer }) => [200, customer.positionsView()],
  'GET /movements': ({ customer, query }) => [200, page(customer.movements.filter((one) => !query.get('asset') || one.asset === query.get('asset')), query)],
};

const phase = (to) => ({ params }) => ((found(params.symbol).phase = to), [200, instrumentView(found(params.symbol))]);
const staff = {
  'GET /notices/posted': () => [200, { items: state.notices }],
  'POST /notices': ({ body, customer }) => {
    const wrong = ['/title/zh', '/title/en', '/text/zh', '/text/en'].filter((at) => !at.slice(1).split('/').reduce((value, key) => value?.[key], body)?.trim());
    if (wrong.length > 0) throw new Refusal(400, 'VALUE_MISSING', '缺少内容', 'Something is missing', wrong.map((pointer) => ({ pointer, code: 'VALUE_MISSING' })));
    state.notices.unshift({ startsAt: new Date().toISOString(), ...body, id: `ntc_${Date.now()}`, postedBy: customer.me().customerId });
    return [201, state.notices[0]];
  },
  'DELETE /notices/:id': ({ params, customer }) => {
    const notice = state.notices.find((one) => one.id === params.id);
    if (!notice) throw new Refusal(404, 'NOTICE_NOT_FOUND', '没有这条公告', 'There is no such notice');
    if (!notice.withdrawnAt) Object.assign(notice, { withdrawnAt: new Date().toISOString(), withdrawnBy: customer.me().customerId });
    return [200, notice];
  },
  'GET /operations/health': () => [200, health()],
  'GET /settlement': () => [200, settlement.report()],
  'POST /operations/settlement/calendars/:id/days': ({ params, body }) => [201, settlement.begin(params.id, body)],
  'POST /operations/settlement/instruments/:symbol/suspend': ({ params, body }) => [200, settlement.suspend(params.symbol, true, body)],
  'POST /operations/settlement/instruments/:symbol/resume': ({ params, body }) => [200, settlement.suspend(params.symbol, false, body)],
  'GET /ledger/trial-balance': ({ query }) => [200, settlement.trialBalance(query.get('sequence') ? Number(query.get('sequence')) : undefined, state.sequence)],
  'GET /settlement/servicing': () => [200, servicing.report()],
  'POST /settlement/fee-schedules': ({ body, key }) => [200, servicing.setFees(body, key)],
  'POST /settlement/fee-assignments': ({ body, key }) => [200, servicing.assignFees(body, key)],
  'POST /settlement/interest-terms': ({ body, key }) => [200, servicing.setInterest(body, key)],
  'POST /settlement/corporate-actions': ({ body, key }) => [200, servicing.announce(body, key)],
  'POST /settlement/corporate-actions/:id/withdraw': ({ params, key }) => [200, servicing.withdraw(params.id, key)],
  'GET /margin/desk': () => [200, margin.desk()],
  'POST /margin/agreements': ({ body, key }) => [200, margin.write('agreements', body, key)],
  'POST /margin/terms': ({ body, key }) => [200, margin.write('terms', body, key)],
  'POST /margin/programs': ({ body, key }) => [200, margin.write('programs', body, key)],
  'GET /limits': () => [200, { items: risk.limitList() }],
  'GET /limits/history': ({ query }) => [200, page(risk.history, query)],
  'POST /limits': ({ body, customer }) => [200, risk.set(body, customer.me().customerId)],
  'GET /kill-switches': () => [200, { items: risk.switchList() }],
  'POST /kill-switches': ({ body, customer }) => [200, risk.turn(body, customer.me().customerId)],
  'POST /operations/instruments/:symbol/halt': phase('HALTED'),
  'POST /operations/instruments/:symbol/open': phase('OPEN'),
  'POST /operations/instruments/:symbol/close': phase('CLOSED'),
  'POST /operations/instruments/:symbol/phase': ({ params, body }) => phase(body.phase)({ params }),
  'GET /operations/sandbox/bank': () => [200, { mode: state.bank }],
  'POST /operations/sandbox/bank': ({ body }) => ((state.bank = body.mode), [200, { mode: state.bank }]),
};

const compile = (table, needs) => Object.entries(table).map(([key, handle]) => {
  const [method, path] = key.split(' ');
  return { method, needs, handle, pattern: new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`) };
});
const routes = [...compile(open, 'nobody'), ...compile(signedIn, 'customer'), ...compile(staff, 'staff')];

const cookie = (request, name) => new RegExp(`${name}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1];

function problem(refusal, chinese) {
  const title = chinese ? refusal.zh : refusal.en;
  return { type: `/problems/${refusal.code}`, title, status: refusal.status, detail: title, code: refusal.code, errors: refusal.fields, requestId: 'req_development' };
}

async function api(request, response, url) {
  const chinese = (request.headers['accept-language'] ?? 'zh').startsWith('zh');
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const raw = Buffer.concat(chunks).toString();
  const reply = { cookie: undefined };
  const headers = { 'Content-Type': 'application/json' };
  let answer;
  try {
    const path = url.pathname.slice('/api/v1'.length);
    const route = routes.find((candidate) => candidate.method === request.method && candidate.pattern.test(path));
    if (!route) throw new Refusal(404, 'NOT_FOUND', '没有这个地址', 'No such address');
    const token = cookie(request, 'SESSION');
    const customer = sessions.get(token);
    if (request.method !== 'GET' && request.headers['x-xsrf-token'] !== cookie(request, 'XSRF-TOKEN')) throw new Refusal(403, 'CSRF_TOKEN_MISSING', '请刷新后重试', 'Reload and try again');
    if (route.needs !== 'nobody' && !customer) throw new Refusal(401, 'UNAUTHENTICATED', '请先登录', 'Please sign in');
    if (route.needs === 'staff' && customer.role !== 'STAFF') throw new Refusal(403, 'FORBIDDEN', '没有权限', 'Not allowed');
    const params = Object.fromEntries(Object.entries(route.pattern.exec(path).groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]));
    const key = request.headers['idempotency-key'];
    const remembered = key && customer?.replies.get(key);
    answer = remembered ?? route.handle({ body: raw ? JSON.parse(raw) : {}, query: url.searchParams, params, customer, key, token, reply, chinese });
    if (key && customer) customer.replies.set(key, answer);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) console.error(refusal);
    const known = refusal instanceof Refusal ? refusal : new Refusal(500, 'INTERNAL', '服务器出错', 'The server failed');
    headers['Content-Type'] = 'application/problem+json';
    answer = [known.status, problem(known, chinese)];
  }
  const cookies = [];
  if (!cookie(request, 'XSRF-TOKEN')) cookies.push('XSRF-TOKEN=development; Path=/; SameSite=Lax');
  if (reply.cookie !== undefined) cookies.push(`SESSION=${reply.cookie}; Path=/; HttpOnly; SameSite=Lax`);
  if (cookies.length > 0) headers['Set-Cookie'] = cookies;
  response.writeHead(answer[0], headers).end(answer[1] === undefined ? '' : JSON.stringify(answer[1]));
}

function files(response, url) {
  let path = join(dist, normalize(decodeURIComponent(url.pathname)));
  if (!existsSync(path) || statSync(path).isDirectory()) path = join(dist, 'index.html');
  if (!existsSync(path)) return response.writeHead(503).end('run npm run build first');
  response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream', 'Content-Security-Policy': CSP, 'X-Content-Type-Options': 'nosniff' }).end(readFileSync(path));
}

let silent = false;
async function play(request, response) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const wish = JSON.parse(Buffer.concat(chunks).toString() || '{}');
  if (wish.market === 'down') state.marketDown = new Date().toISOString();
  if (wish.market === 'up') state.marketDown = undefined;
  if (wish.replay !== undefined) replay(wish.replay);
  if (wish.silence !== undefined) silent = wish.silence;
  if (wish.bank !== undefined) state.bank = wish.bank;
  if (wish.sockets === 'close') for (const peer of peers) peer.socket.terminate();
  response.writeHead(204).end();
}

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname === '/__play') return void play(request, response);
  if (url.pathname.startsWith('/api/v1/')) return void api(request, response, url);
  return void files(response, url);
});

const peers = new Set();
const sockets = new WebSocketServer({ noServer: true });
server.on('upgrade', (request, socket, head) => {
  if (silent) return socket.destroy();
  sockets.handleUpgrade(request, socket, head, (peer) => welcome(peer, sessions.get(cookie(request, 'SESSION'))));
});

function welcome(socket, customer) {
  const peer = { socket, customer, channels: new Map() };
  peers.add(peer);
  socket.on('close', () => peers.delete(peer));
  socket.on('error', () => peers.delete(peer));
  socket.on('message', (raw) => {
    if (silent) return;
    const { op, channel } = JSON.parse(raw.toString());
    if (op === 'ping') socket.send(JSON.stringify({ channel: '', type: 'heartbeat', sequence: state.sequence }));
    if (op === 'unsubscribe') peer.channels.delete(channel);
    if (op === 'subscribe') snapshot(peer, channel);
  });
}

function content(peer, channel) {
  const [kind, symbol, interval] = channel.split(':');
  const of = symbol === undefined ? undefined : listings.get(symbol);
  if (kind === 'quotes') return { items: [...listings.values()].map(quoteView) };
  if (kind === 'depth' && of) return depthView(of);
  if (kind === 'trades' && of) return { items: of.trades.slice(0, 50) };
  if (kind === 'candles' && of) return { items: of.candles[interval].slice(-300).map((bar) => candleView(of, bar)) };
  if (kind === 'status') return status();
  if (kind === 'account' && peer.customer) return { orders: peer.customer.orders.filter(isOpen).map(orderView), balances: peer.customer.balancesView(), executions: [] };
  return undefined;
}

function snapshot(peer, channel) {
  const data = content(peer, channel);
  if (data === undefined || (state.marketDown && /^(quotes|depth|trades|candles)/.test(channel))) {
    const code = data === undefined ? 'CHANNEL_NOT_FOUND' : 'ROLE_UNAVAILABLE';
    return peer.socket.send(JSON.stringify({ channel, type: 'error', data: { code } }));
  }
  peer.channels.set(channel, state.sequence);
  peer.socket.send(JSON.stringify({ channel, type: 'snapshot', sequence: state.sequence, data }));
}

function push(peer, channel, data) {
  const previous = peer.channels.get(channel);
  if (previous === undefined || previous === state.sequence) return;
  peer.channels.set(channel, state.sequence);
  peer.socket.send(JSON.stringify({ channel, type: 'delta', sequence: state.sequence, previous, data }));
}

setInterval(() => {
  const changed = new Set();
  const traded = new Map();
  for (const of of listings.values()) {
    const before = of.trades[0];
    if (of.random() < 0.4) of.step(() => undefined);
    else continue;
    changed.add(of);
    if (of.trades[0] !== before) traded.set(of, of.trades.slice(0, of.trades.indexOf(before)));
  }
  for (const customer of customers.values()) customer.match();
  state.sequence += 7;
  if (silent) return;
  for (const peer of peers) {
    for (const channel of peer.channels.keys()) {
      const [kind, symbol, interval] = channel.split(':');
      const of = listings.get(symbol);
      if (state.marketDown && /^(quotes|depth|trades|candles)/.test(channel)) continue;
      if (kind === 'quotes' && changed.size > 0) push(peer, channel, { items: [...changed].map(quoteView) });
      if (kind === 'depth' && changed.has(of)) push(peer, channel, depthView(of));
      if (kind === 'trades' && traded.has(of)) push(peer, channel, { items: traded.get(of) });
      if (kind === 'candles' && traded.has(of)) push(peer, channel, { items: [candleView(of, of.candles[interval].at(-1))] });
    }
  }
}, 250);

const announced = new Map();
setInterval(() => {
  for (const customer of customers.values()) {
    customer.onChange = () => {
      for (const peer of peers) {
        if (peer.customer !== customer || !peer.channels.has('account')) continue;
        state.sequence += 1;
        push(peer, 'account', { orders: customer.orders.slice(0, 20).map(orderView), balances: customer.balancesView(), executions: customer.executions.slice(0, 5) });
      }
    };
      }
  const now = JSON.stringify(status().parts);
  if (announced.get('status') !== now) for (const peer of peers) push(peer, 'status', status());
  announced.set('status', now);
}, 500);

server.listen(port, '127.0.0.1', () => console.log(`development server on http://127.0.0.1:${port}`));
