/** Microsoft's own client of Direct Line, in Node, by socket and by polling. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestWire, type TestWire } from '../test-wire.ts';
import { packedPackage } from './packed-package.ts';

interface Activity {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly from: { readonly role: string };
}
interface Subscription {
  unsubscribe(): void;
}
interface Client {
  readonly activity$: { subscribe(listener: (activity: Activity) => void, ended: () => void): Subscription };
  readonly connectionStatus$: { subscribe(listener: (status: number) => void, ended: () => void): Subscription };
  postActivity(activity: object): {
    subscribe(done: (id: string) => void, failed: (error: unknown) => void): Subscription;
  };
  end(): void;
}
type MakeClient = new (options: object) => Client;

const online = 2;
const client = await packedPackage('botframework-directlinejs@0.15.8');
const xhr = await packedPackage('xhr2@0.2.1');

(client && xhr ? describe : describe.skip)('botframework-directlinejs', () => {
  let wire: TestWire;
  let DirectLine: MakeClient;
  const sockets: { close(): void }[] = [];
  const talks: Client[] = [];
  beforeAll(async () => {
    const load = createRequire(import.meta.url);
    // The bundle was made for browsers.
    class WatchedSocket extends WebSocket {
      constructor(url: string) {
        super(url);
        sockets.push(this);
      }
    }
    Object.assign(globalThis, {
      self: globalThis,
      XMLHttpRequest: load(join(xhr ?? '', 'lib', 'xhr2.js')),
      WebSocket: WatchedSocket,
    });
    DirectLine = (load(join(client ?? '', 'dist', 'directline.js')) as { DirectLine: MakeClient }).DirectLine;
    wire = await openTestWire({ settings: { tokensPerMinute: 1000 } });
  }, 120_000);
  // Each keeps timers of its own until it is ended.
  afterEach(() => {
    for (const talk of talks.splice(0)) talk.end();
  });
  afterAll(() => wire?.close());

  async function open(options: object) {
    const { body } = await wire.call('POST', '/api/token');
    const talk = new DirectLine({
      token: body.token,
      domain: `${wire.url}/v3/directline`,
      pollingInterval: 200,
      ...options,
    });
    talks.push(talk);
    const got: Activity[] = [];
    let status = 0;
    // `end()` is told as an error, which nobody else takes.
    const ended = () => {};
    talk.connectionStatus$.subscribe((now) => {
      status = now;
    }, ended);
    talk.activity$.subscribe((activity) => void got.push(activity), ended);
    const messages = () => got.filter(({ type }) => type === 'message');
    const until = async (count: number, seconds = 20) => {
      for (let tries = 0; tries < seconds * 20 && messages().length < count; tries++)
        await new Promise((resolve) => setTimeout(resolve, 50));
      expect(messages()).toHaveLength(count);
      return messages();
    };
    const say = (text: string) =>
      new Promise<string>((resolve, reject) =>
        talk.postActivity({ type: 'message', from: { id: 'me' }, text }).subscribe(resolve, reject),
      );
    return { got, until, say, status: () => status };
  }

  it.each([
    ['by socket', true],
    ['by polling', false],
  ])(
    '%s: welcome, message and its echo, answer, each once',
    async (_how, webSocket) => {
      const { got, until, say, status } = await open({ webSocket });
      await until(1);
      expect(status()).toBe(online);
      const id = await say('Làm khai sinh cho con cần giấy tờ gì?');
      const [opening, echo, answer] = await until(3);
      expect([opening?.from.role, echo?.from.role, answer?.from.role]).toEqual(['bot', 'user', 'bot']);
      expect(echo?.id).toBe(id);
      expect(answer?.text).toContain('Tờ khai');
      expect(got.some(({ type }) => type === 'typing')).toBe(webSocket);
      expect(new Set(got.map((one) => one.id)).size).toBe(got.length);
    },
    60_000,
  );

  it('comes back after its socket was cut, with what was said meanwhile and nothing twice', async () => {
    const { until, say, got } = await open({ webSocket: true });
    await until(1);
    await say('đăng ký kết hôn cần giấy tờ gì?');
    await until(3);
    const opened = sockets.length;
    sockets.at(-1)?.close();
    await say('lệ phí bao nhiêu?');
    await until(5, 30);
    expect(sockets).toHaveLength(opened + 1);
    expect(new Set(got.map((one) => one.id)).size).toBe(got.length);
  }, 60_000);
});
