import { isRecord } from '@/api';

/**
 * One WebSocket for the whole page. Its promises:
 * - a listener sees a snapshot first, then every delta in order; a gap makes a new snapshot, never a silent hole;
 * - after a lost connection each channel resumes after the last sequence it saw;
 * - a connection on which nothing arrives for SILENCE_MILLIS counts as lost, so a page is never live by mistake.
 *
 *   idle ──subscribe──▶ connecting ──open──▶ live ──close, silence──▶ waiting ──back-off──▶ connecting
 */
export type ConnectionState = 'idle' | 'connecting' | 'live' | 'waiting';

export interface StreamMessage {
  readonly type: 'snapshot' | 'delta';
  readonly sequence: number;
  readonly data: unknown;
}

export interface ChannelListener {
  onMessage(message: StreamMessage): void;
  /** The channel itself was refused (unknown instrument, not signed in, part down). */
  onError?(code: string): void;
}

/** What the client needs of a WebSocket; tests hand in their own. */
export interface Socket {
  send(text: string): void;
  close(): void;
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event?: { readonly code?: number }) => void) | null;
}

export interface StreamSettings {
  readonly open: () => Socket;
  readonly random?: () => number;
}

const PING_MILLIS = 1_000;
const SILENCE_MILLIS = 3_900;
const BACKOFF_FIRST_MILLIS = 250;
const BACKOFF_MAX_MILLIS = 10_000;
/** A refused channel (its part is down) is asked for again after this while. */
const REFUSED_RETRY_MILLIS = 5_000;
/** Close code: the session that opened the connection has ended. */
const SESSION_ENDED = 4401;

interface Channel {
  readonly listeners: Set<ChannelListener>;
  /** Sequence of the last message delivered; undefined until a snapshot came. */
  sequence: number | undefined;
  /** Waits to ask again for a channel that was refused; a part that comes back may be faster. */
  retry?: ReturnType<typeof setTimeout> | undefined;
}

export class StreamClient {
  private readonly channels = new Map<string, Channel>();
  private readonly stateListeners = new Set<(state: ConnectionState) => void>();
  private readonly endListeners = new Set<() => void>();
  private socket: Socket | undefined;
  private state: ConnectionState = 'idle';
  private attempts = 0;
  private lastHeardAt = 0;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private pulseTimer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly settings: StreamSettings) {}

  onState(listener: (state: ConnectionState) => void): void {
    this.stateListeners.add(listener);
  }

  /** Called when the server says that the session behind the connection has ended. */
  onSessionEnded(listener: () => void): void {
    this.endListeners.add(listener);
  }

  /** Returns the function that ends the subscription. */
  subscribe(name: string, listener: ChannelListener): () => void {
    let channel = this.channels.get(name);
    if (channel === undefined) {
      channel = { listeners: new Set(), sequence: undefined };
      this.channels.set(name, channel);
      this.ask(name, undefined);
    } else {
      channel.sequence = undefined; // a newcomer needs a snapshot, which the others take too
      this.ask(name, undefined);
    }
    channel.listeners.add(listener);
    this.connect();
    return () => this.leave(name, listener);
  }

  /** Signing in or out changes who we are on the socket: the next connection carries the new cookie. */
  reconnect(): void {
    for (const channel of this.channels.values()) channel.sequence = undefined;
    if (this.state === 'idle') return;
    this.hangUp();
    this.openSocket(); // at once, and not counted as a loss: nobody is to be alarmed by it
  }

  /** The browser says that the network is back, or the page is looked at again: do not sit out the back-off. */
  nudge(): void {
    if (this.state === 'waiting') this.openSocket();
  }

  private leave(name: string, listener: ChannelListener): void {
    const channel = this.channels.get(name);
    if (channel === undefined || !channel.listeners.delete(listener) || channel.listeners.size > 0) return;
    this.channels.delete(name);
    this.transmit({ op: 'unsubscribe', channel: name });
  }

  private connect(): void {
    if (this.state === 'idle') this.openSocket();
  }

  private openSocket(): void {
    clearTimeout(this.retryTimer);
    this.enter('connecting');
    this.lastHeardAt = Date.now();
    const socket = this.settings.open();
    this.socket = socket;
    socket.onopen = () => this.opened(socket);
    socket.onmessage = (event) => this.heard(socket, event.data);
    socket.onclose = (event) => socket === this.socket && (event?.code === SESSION_ENDED ? this.endSession() : this.lose());
    clearInterval(this.pulseTimer);
    this.pulseTimer = setInterval(() => this.pulse(), PING_MILLIS);
  }

  private opened(socket: Socket): void {
    if (socket !== this.socket) return;
    this.lastHeardAt = Date.now();
    this.enter('live');
    for (const [name, channel] of this.channels) this.ask(name, channel.sequence);
  }

  private pulse(): void {
    if (Date.now() - this.lastHeardAt > SILENCE_MILLIS) this.lose();
    else this.transmit({ op: 'ping' });
  }

  private lose(): void {
    if (this.state === 'idle') return;
    this.hangUp();
    this.enter('waiting');
    this.retryTimer = setTimeout(() => this.openSocket(), this.backoffMillis());
  }

  /** Nothing is lost: the public channels go on over a new connection, as a visitor's. */
  private endSession(): void {
    for (const listener of this.endListeners) listener();
    this.reconnect();
  }

  private hangUp(): void {
    clearInterval(this.pulseTimer);
    clearTimeout(this.retryTimer);
    const socket = this.socket;
    this.socket = undefined;
    socket?.close();
  }

  /** Full jitter: a crowd of pages that lost the same server comes back spread out. */
  private backoffMillis(): number {
    const ceiling = Math.min(BACKOFF_MAX_MILLIS, BACKOFF_FIRST_MILLIS * 2 ** this.attempts++);
    return ceiling / 2 + (this.settings.random ?? Math.random)() * (ceiling / 2);
  }

  private heard(socket: Socket, raw: unknown): void {
    if (socket !== this.socket || typeof raw !== 'string') return;
    this.lastHeardAt = Date.now();
    let message: unknown;
    try {
      message = JSON.parse(raw);
    } catch {
      return this.lose(); // a torn frame: nothing after it can be trusted
    }
    if (isRecord(message)) this.dispatch(message);
  }

  private dispatch(message: Record<string, unknown>): void {
    const name = message['channel'];
    const channel = typeof name === 'string' ? this.channels.get(name) : undefined;
    if (channel === undefined || typeof name !== 'string') return;
    this.attempts = 0;
    const sequence = Number(message['sequence'] ?? 0);
    switch (message['type']) {
      case 'snapshot':
        return this.deliver(channel, { type: 'snapshot', sequence, data: message['data'] });
      case 'delta':
        if (channel.sequence === undefined) return; // a snapshot is on its way and holds this change already
        if (sequence <= channel.sequence) return;
        if (Number(message['previous']) !== channel.sequence) return this.resync(name, channel);
        return this.deliver(channel, { type: 'delta', sequence, data: message['data'] });
      case 'resync_required':
        return this.resync(name, channel);
      case 'error':
        return this.refuse(name, channel, message);
    }
  }

  private deliver(channel: Channel, message: StreamMessage): void {
    clearTimeout(channel.retry);
    channel.sequence = message.sequence;
    for (const listener of [...channel.listeners]) listener.onMessage(message);
  }

  private refuse(name: string, channel: Channel, message: Record<string, unknown>): void {
    channel.sequence = undefined;
    clearTimeout(channel.retry);
    channel.retry = setTimeout(() => this.channels.get(name) === channel && this.ask(name, channel.sequence), REFUSED_RETRY_MILLIS);
    const data = isRecord(message['data']) ? message['data'] : message;
    const code = typeof data['code'] === 'string' ? data['code'] : 'STREAM_ERROR';
    for (const listener of [...channel.listeners]) listener.onError?.(code);
  }

  private resync(name: string, channel: Channel): void {
    channel.sequence = undefined;
    this.ask(name, undefined);
  }

  private ask(name: string, after: number | undefined): void {
    this.transmit({ op: 'subscribe', channel: name, ...(after === undefined ? {} : { after }) });
  }

  private transmit(message: Record<string, unknown>): void {
    if (this.state === 'live') this.socket?.send(JSON.stringify(message));
  }

  private enter(state: ConnectionState): void {
    if (this.state === state) return;
    this.state = state;
    for (const listener of this.stateListeners) listener(state);
  }
}
