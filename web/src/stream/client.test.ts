import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StreamClient, type ConnectionState, type Socket, type StreamMessage } from './client';

/** A server that the test plays by hand. */
class PlayedSocket implements Socket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event?: { readonly code?: number }) => void) | null = null;
  readonly sent: Record<string, unknown>[] = [];
  closed = false;

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Record<string, unknown>);
  }
  close(): void {
    this.closed = true;
  }
  says(message: Record<string, unknown>): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
  get asked(): Record<string, unknown>[] {
    return this.sent.filter((message) => message['op'] === 'subscribe');
  }
}

let sockets: PlayedSocket[];
let client: StreamClient;
let states: ConnectionState[];
let seen: StreamMessage[];

const latest = () => sockets[sockets.length - 1] as PlayedSocket;
const listener = { onMessage: (message: StreamMessage) => void seen.push(message) };
const delta = (previous: number, sequence: number) => ({ channel: 'quotes', type: 'delta', previous, sequence, data: sequence });
const snapshot = (sequence: number) => ({ channel: 'quotes', type: 'snapshot', sequence, data: sequence });

beforeEach(() => {
  vi.useFakeTimers();
  sockets = [];
  states = [];
  seen = [];
  client = new StreamClient({
    open: () => {
      sockets.push(new PlayedSocket());
      return latest();
    },
    random: () => 1,
  });
  client.onState((state) => states.push(state));
});
afterEach(() => vi.useRealTimers());

function live(): void {
  client.subscribe('quotes', listener);
  latest().onopen?.();
}

test('delivers a snapshot and the deltas that follow it in order', () => {
  live();
  latest().says(snapshot(10));
  latest().says(delta(10, 12));
  latest().says(delta(12, 13));
  expect(seen.map((message) => message.sequence)).toEqual([10, 12, 13]);
});

test('asks for a new snapshot when a delta is missing, and delivers nothing until it comes', () => {
  live();
  latest().says(snapshot(10));
  latest().says(delta(11, 12));
  latest().says(delta(12, 13));
  expect(seen.map((message) => message.sequence)).toEqual([10]);
  expect(latest().asked.at(-1)).toEqual({ op: 'subscribe', channel: 'quotes' });
  latest().says(snapshot(13));
  latest().says(delta(13, 14));
  expect(seen.map((message) => message.sequence)).toEqual([10, 13, 14]);
});

test('ignores a delta that it has already delivered', () => {
  live();
  latest().says(snapshot(10));
  latest().says(delta(8, 10));
  expect(seen).toHaveLength(1);
  expect(latest().asked).toHaveLength(1);
});

test('starts over when the server requires it', () => {
  live();
  latest().says(snapshot(10));
  latest().says({ channel: 'quotes', type: 'resync_required', sequence: 90 });
  expect(latest().asked).toHaveLength(2);
});

test('resumes each channel after the last sequence that it saw', () => {
  live();
  latest().says(snapshot(10));
  latest().says(delta(10, 12));
  latest().onclose?.();
  expect(states.at(-1)).toBe('waiting');
  vi.advanceTimersByTime(250);
  latest().onopen?.();
  expect(sockets).toHaveLength(2);
  expect(latest().asked).toEqual([{ op: 'subscribe', channel: 'quotes', after: 12 }]);
  latest().says(delta(12, 15));
  expect(seen.at(-1)?.sequence).toBe(15);
});

test('takes a silent connection for lost within five seconds', () => {
  live();
  latest().says(snapshot(10));
  vi.advanceTimersByTime(3_900);
  expect(states).not.toContain('waiting');
  vi.advanceTimersByTime(1_100);
  expect(states).toContain('waiting');
});

test('stays live while heartbeats arrive', () => {
  live();
  for (let second = 0; second < 30; second++) {
    vi.advanceTimersByTime(1_000);
    latest().says({ type: 'heartbeat' });
  }
  expect(states).toEqual(['connecting', 'live']);
});

test('waits longer after each failure, up to a limit', () => {
  live();
  const waits: number[] = [];
  for (let attempt = 0; attempt < 8; attempt++) {
    const before = sockets.length;
    latest().onclose?.();
    let waited = 0;
    while (sockets.length === before) {
      vi.advanceTimersByTime(250);
      waited += 250;
    }
    waits.push(waited);
  }
  expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
});

test('comes back at once when the network does', () => {
  live();
  for (let attempt = 0; attempt < 6; attempt++) {
    latest().onclose?.();
    vi.advanceTimersByTime(10_000);
  }
  const before = sockets.length;
  latest().onclose?.();
  client.nudge();
  expect(sockets).toHaveLength(before + 1);
});

test('forgets what it saw when the person behind the connection changes', () => {
  live();
  latest().says(snapshot(10));
  client.reconnect();
  latest().onopen?.();
  expect(states).not.toContain('waiting');
  expect(latest().asked).toEqual([{ op: 'subscribe', channel: 'quotes' }]);
});

test('unsubscribes when the last listener leaves', () => {
  live();
  const second = client.subscribe('quotes', { onMessage: () => undefined });
  second();
  expect(latest().sent.filter((message) => message['op'] === 'unsubscribe')).toHaveLength(0);
  const only = client.subscribe('status', listener);
  only();
  expect(latest().sent.at(-1)).toEqual({ op: 'unsubscribe', channel: 'status' });
});

test('drops the connection on a torn frame', () => {
  live();
  latest().onmessage?.({ data: '{"channel":"quo' });
  expect(states.at(-1)).toBe('waiting');
});

test('goes on as a visitor, without alarm, when the session has ended', () => {
  live();
  latest().says(snapshot(10));
  const ended = vi.fn();
  client.onSessionEnded(ended);
  latest().onclose?.({ code: 4401 });
  expect(ended).toHaveBeenCalledOnce();
  expect(states).not.toContain('waiting');
  latest().onopen?.();
  expect(sockets).toHaveLength(2);
  expect(latest().asked).toEqual([{ op: 'subscribe', channel: 'quotes' }]);
});

test('asks again for a refused channel after a while, unless it has come back by itself', () => {
  live();
  latest().says({ channel: 'quotes', type: 'error', data: { code: 'ROLE_UNAVAILABLE' } });
  vi.advanceTimersByTime(1_000);
  latest().says({ type: 'heartbeat' });
  expect(latest().asked).toHaveLength(1);
  latest().says(snapshot(20));
  for (let second = 0; second < 9; second++) {
    latest().says({ type: 'heartbeat' });
    vi.advanceTimersByTime(1_000);
  }
  expect(latest().asked).toHaveLength(1);
  latest().says({ channel: 'quotes', type: 'error', data: { code: 'ROLE_UNAVAILABLE' } });
  for (let second = 0; second < 6; second++) {
    latest().says({ type: 'heartbeat' });
    vi.advanceTimersByTime(1_000);
  }
  expect(latest().asked).toHaveLength(2);
});
