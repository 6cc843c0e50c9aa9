import { expect, test } from 'vitest';
import { Problem, type NewOrder, type Order } from '@/api';
import { decimal as d } from '@/money';
import { useOrderIntent, type OrderDesk } from './intent';

const wanted: NewOrder = { symbol: '600101', side: 'BUY', type: 'LIMIT', price: d('18.60'), quantity: d('100') };

function placed(order: NewOrder): Order {
  return {
    id: 'ord_1', ...(order.clientOrderId && { clientOrderId: order.clientOrderId }), symbol: order.symbol, side: order.side, type: order.type, orderedType: order.type,
    timeInForce: 'GTC', postOnly: false, ...(order.price && { price: order.price }), quantity: order.quantity, filledQuantity: d('0'),
    remainingQuantity: order.quantity, status: 'NEW', createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z',
    sequence: 1,
  };
}

/** A desk that executes each idempotency key once, as the platform does, and may lose its answers. */
class Desk implements OrderDesk {
  readonly keys: string[] = [];
  readonly executed = new Map<string, Order>();
  answers: ('ok' | 'lost' | 'lost before' | Problem)[] = [];

  async place(order: NewOrder, key: string): Promise<Order> {
    this.keys.push(key);
    const answer = this.answers.shift() ?? 'ok';
    if (answer instanceof Problem) throw answer;
    if (answer !== 'lost before' && !this.executed.has(key)) this.executed.set(key, placed(order));
    if (answer !== 'ok') throw new Problem(0, 'UNREACHABLE', 'Unreachable', undefined);
    return this.executed.get(key) as Order;
  }
  async find(clientOrderId: string): Promise<Order | undefined> {
    return [...this.executed.values()].find((order) => order.clientOrderId === clientOrderId);
  }
}

const soon = async () => undefined;
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

test('a double tap makes one order', async () => {
  const desk = new Desk();
  const intent = useOrderIntent(desk, soon);
  await Promise.all([intent.send(wanted), intent.send(wanted), intent.send(wanted)]);
  expect(desk.executed.size).toBe(1);
  expect(intent.state.value).toBe('done');
});

test('two wishes, one after the other, make two orders', async () => {
  const desk = new Desk();
  const intent = useOrderIntent(desk, soon);
  await intent.send(wanted);
  await intent.send(wanted);
  expect(desk.executed.size).toBe(2);
  expect(new Set(desk.keys).size).toBe(2);
});

test('a lost answer is not a failure: the order is found by its client order id', async () => {
  const desk = new Desk();
  desk.answers = ['lost'];
  const intent = useOrderIntent(desk, soon);
  await intent.send(wanted);
  await settled();
  expect(intent.state.value).toBe('done');
  expect(intent.order.value?.id).toBe('ord_1');
  expect(desk.keys).toHaveLength(1);
});

test('while the outcome is unknown nothing else is sent, and sending again keeps the key', async () => {
  const desk = new Desk();
  desk.answers = ['lost before', 'ok'];
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const intent = useOrderIntent(desk, () => held);
  await intent.send(wanted);
  expect(intent.state.value).toBe('unknown');
  await intent.send(wanted);
  expect(desk.keys).toHaveLength(1);
  await intent.sendAgain();
  release();
  await settled();
  expect(intent.state.value).toBe('done');
  expect(new Set(desk.keys).size).toBe(1);
  expect(desk.executed.size).toBe(1);
});

test.each([
  [new Problem(422, 'INSUFFICIENT_FUNDS', 'x', undefined), 'refused'],
  [new Problem(503, 'ROLE_UNAVAILABLE', 'x', undefined), 'refused'],
  [new Problem(504, 'EXECUTION_UNKNOWN', 'x', undefined), 'unknown'],
  [new Problem(502, 'HTTP_502', 'x', undefined), 'unknown'],
  [new Problem(500, 'INTERNAL', 'x', undefined), 'unknown'],
])('an answer of %s counts as %s', async (problem, state) => {
  const desk = new Desk();
  desk.answers = [problem];
  const intent = useOrderIntent(desk, () => new Promise(() => undefined));
  await intent.send(wanted);
  expect(intent.state.value).toBe(state);
});

test('after a refusal the next try is a new wish', async () => {
  const desk = new Desk();
  desk.answers = [new Problem(422, 'INSUFFICIENT_FUNDS', 'x', undefined)];
  const intent = useOrderIntent(desk, soon);
  await intent.send(wanted);
  await intent.send(wanted);
  expect(new Set(desk.keys).size).toBe(2);
  expect(intent.state.value).toBe('done');
});
