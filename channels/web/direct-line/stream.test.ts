import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Step } from '../../../bot/index.ts';
import type { TestSocket } from './test-socket.ts';
import { openTestWire, type TestWire } from './test-wire.ts';

const base = '/v3/directline';

describe('the stream', () => {
  let wire: TestWire;
  let letGo = () => {};
  let held = false;
  const hold: Step = {
    name: 'hold',
    run: async (turn) => {
      if (held)
        await new Promise<void>((resolve) => {
          letGo = resolve;
        });
      return { next: turn };
    },
  };
  beforeAll(async () => {
    wire = await openTestWire({ firstStep: hold, settings: { tokensPerMinute: 1000, messagesPerMinute: 10_000 } });
  }, 60_000);
  afterAll(() => wire?.close());
  const ids = (socket: TestSocket) => socket.messages.map(({ id }) => id);

  it('replays from its watermark, then shows echo, typing and answer as they come, each once', async () => {
    const talk = await wire.start();
    const socket = await wire.socket(talk.streamUrl);
    await socket.until(1);
    socket.socket.send('');
    await wire.say(talk, 'lệ phí khai sinh?', { clientActivityID: 'a' });
    const [opening, echo, answer] = await socket.until(3);
    expect([opening?.from.role, echo?.from.role, answer?.from.role]).toEqual(['bot', 'user', 'bot']);
    expect(echo?.channelData).toEqual({ clientActivityID: 'a' });
    const typing = socket.activities.filter(({ type }) => type === 'typing');
    expect(typing).toHaveLength(1);
    expect(socket.activities.indexOf(typing[0] as never)).toBeLessThan(socket.activities.indexOf(answer as never));
    const all = socket.activities.map(({ id }) => id);
    expect(new Set(all).size).toBe(all.length);
    expect(socket.frames.find((frame) => frame.activities[0]?.type === 'typing')?.watermark).toBeUndefined();
    const kept = await wire.told(talk, 1);
    expect(kept.map((one: { id: string }) => one.id)).toEqual(ids(socket));
    socket.close();
  });

  it('sends the typing sign when the turn starts, while the answer is still being made', async () => {
    const talk = await wire.start();
    const socket = await wire.socket(talk.streamUrl);
    held = true;
    await wire.say(talk, 'lệ phí khai sinh?');
    await socket.until(2);
    // The question may be shown a moment before the turn starts.
    const isTyping = () => socket.activities.some(({ type }) => type === 'typing');
    for (let tries = 0; tries < 200 && !isTyping(); tries++) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(isTyping()).toBe(true);
    expect(socket.messages).toHaveLength(2);
    held = false;
    letGo();
    await socket.until(3);
    socket.close();
  });

  it('loses nothing of a client that vanishes in the middle of a turn and comes back', async () => {
    const talk = await wire.start();
    const first = await wire.socket(talk.streamUrl);
    await first.until(1);
    held = true;
    await wire.say(talk, 'lệ phí khai sinh?');
    await first.until(2);
    const { watermark } = first;
    first.close();
    held = false;
    letGo();
    await wire.told(talk, 1);
    const { body } = await wire.call('GET', `${base}/conversations/${talk.id}?watermark=${watermark}`, {
      token: talk.token,
    });
    const second = await wire.socket(body.streamUrl);
    await second.until(1);
    expect(second.messages[0]?.from.role).toBe('bot');
    expect(ids(second).some((id) => ids(first).includes(id))).toBe(false);
    const { body: onlyNew } = await wire.call('GET', `${base}/conversations/${talk.id}`, { token: talk.token });
    const third = await wire.socket(onlyNew.streamUrl);
    await wire.say(talk, 'cảm ơn');
    await third.until(2);
    expect(third.messages.map(({ text }) => text)).toContain('cảm ơn');
    expect(third.messages).toHaveLength(2);
    second.close();
    third.close();
  });

  it('answers after a kill what had been acknowledged before it', async () => {
    const talk = await wire.start();
    held = true;
    const { status } = await wire.say(talk, 'số 0912345678 hỏi lệ phí đăng ký kết hôn', { clientActivityID: 'kill' });
    expect(status).toBe(200);
    held = false;
    await wire.restart();
    const [, , answer] = await wire.told(talk, 1);
    expect(answer.channelData.answer.status).toMatch(/answered|partial|clarify/);
    expect(await wire.told(talk, 1)).toHaveLength(3);
    letGo();
  });

  it('opens for the stream’s own conversation alone, and for tokens that hold', async () => {
    const talk = await wire.start();
    const other = await wire.start();
    const foreign = talk.streamUrl.replace(talk.id, other.id);
    await expect(wire.socket(foreign)).rejects.toMatchObject({
      status: 403,
      refused: { error: { code: 'InvalidToken' } },
    });
    await expect(wire.socket(talk.streamUrl.replace(/t=[^&]*/, 't='))).rejects.toMatchObject({ status: 403 });
    await expect(wire.socket(`${wire.url.replace('http', 'ws')}/elsewhere`)).rejects.toMatchObject({ status: 404 });
    const ordinary = await wire.socket(talk.streamUrl.replace(/t=[^&]*/, `t=${talk.token}`));
    await ordinary.until(1);
    ordinary.close();
  });

  it('holds 20 of 1,000 sockets from one address, refuses the others politely, and serves on', async () => {
    const talk = await wire.start();
    const tries = await Promise.allSettled(Array.from({ length: 1000 }, () => wire.socket(talk.streamUrl)));
    const opened = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const refused = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(opened).toHaveLength(20);
    expect(refused.every((one) => one.status === 429 && one.headers['retry-after'] === '30')).toBe(true);
    await wire.say(talk, 'lệ phí khai sinh?');
    await Promise.all(opened.map((socket) => socket.until(3)));
    for (const socket of opened) socket.close();
    await new Promise((resolve) => setTimeout(resolve, 200));
    const again = await wire.socket(talk.streamUrl);
    await again.until(3);
    again.close();
  }, 30_000);

  it('shows what was said through another copy of the program', async () => {
    const talk = await wire.start();
    const socket = await wire.socket(talk.streamUrl);
    await socket.until(1);
    const [row] = await wire.store.database.query('select id, citizen_id from conversation where external_id = $1', [
      talk.id,
    ]);
    await wire.store.store.addUtterances({
      conversationId: String(row?.id),
      citizenId: String(row?.citizen_id),
      utterances: [
        {
          key: 'elsewhere',
          speaker: 'bot',
          content: { answer: { blocks: [{ kind: 'say', text: 'từ nơi khác' }], options: [] } },
          at: new Date(),
        },
      ],
    });
    const [, said] = await socket.until(2);
    expect(said?.text).toBe('từ nơi khác');
    socket.close();
  });
});

describe('a signal that was missed', () => {
  it('is made up for by the next look: what was said is shown all the same', async () => {
    const wire = await openTestWire({ roundMs: 600 });
    const talk = await wire.start();
    const socket = await wire.socket(talk.streamUrl);
    await socket.until(1);
    // Written past the program: nothing tells of it.
    await wire.store.database.query(
      `insert into utterance (id, conversation_id, citizen_id, position, key, speaker, content, said_at)
       select gen_random_uuid(), id, citizen_id, (extract(epoch from clock_timestamp()) * 1000000)::bigint, 'untold', 'bot',
       '{"answer": {"blocks": [{"kind": "say", "text": "không ai báo"}], "options": []}}', now()
       from conversation where external_id = $1`,
      [talk.id],
    );
    const [, said] = await socket.until(2);
    expect(said?.text).toBe('không ai báo');
    expect(wire.errors).toEqual([]);
    socket.close();
    await wire.close();
  }, 60_000);
});

describe('limits of the wire', () => {
  it('gives 30 tokens a minute to one address, then says when to come back', async () => {
    const wire = await openTestWire();
    const replies = await Promise.all(Array.from({ length: 40 }, () => wire.call('POST', '/api/token')));
    const refused = replies.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(10);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    await wire.close();
  }, 60_000);
});
