import { afterEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { type ModelDouble, type Scripted, startModelDouble } from '../model-double/index.ts';
import { memoryLedger } from './model-ledger.ts';
import type { ModelSettings } from './model-settings.ts';
import { openModel } from './open-model.ts';
import { testSettings } from './test-model.ts';

const schema = z.strictObject({ answer: z.string() });
const asking = {
  system: 'Trả lời bằng JSON.',
  user: 'Số 0900000011 của Giàng Thị Mỷ, làm khai sinh',
  person: { kind: 'citizen' as const, id: 'c1', names: ['Giàng Thị Mỷ'] },
};
const never = () => new AbortController().signal;

describe('the port to a language model', () => {
  let double: ModelDouble;
  afterEach(() => double.stop());

  async function open(script: readonly Scripted[] = [], settings: Partial<ModelSettings> = {}) {
    double = await startModelDouble({ script });
    const clock = { now: new Date('2026-11-23T03:00:00Z') };
    const ledger = memoryLedger();
    const port = openModel({ settings: testSettings(double.url, settings), ledger, now: () => clock.now });
    const ask = () => port.structured({ ...asking, purpose: 'understand', schema, signal: never() });
    const say = (onSentence?: (sentence: string) => boolean) =>
      port.text({ ...asking, purpose: 'word', signal: never(), ...(onSentence ? { onSentence } : {}) });
    return { port, ledger, clock, ask, say };
  }
  const failure = async (work: Promise<unknown>) =>
    (await work.then(
      () => null,
      (error: unknown) => error,
    )) as { code: string };

  it('gives what fits the schema, and puts back what was hidden', async () => {
    const reply = { reply: () => JSON.stringify({ answer: 'gọi [số điện thoại #1] gặp [tên #1]' }) };
    const { ask } = await open([reply]);
    expect(await ask()).toEqual({ answer: 'gọi 0900000011 gặp Giàng Thị Mỷ' });
    expect(JSON.stringify(double.calls)).not.toMatch(/0900000011|Giàng/);
    expect(double.calls[0]?.body).toMatchObject({
      response_format: { type: 'json_schema', json_schema: { strict: true } },
    });
  });

  it('keeps each call masked, with its tokens, time and cost', async () => {
    const { ask, ledger } = await open([{ json: { answer: 'gọi 0900000099' } }], {
      price: { in: 1_000_000, out: 1_000_000 },
    });
    await ask();
    const [call] = ledger.calls;
    expect(call).toMatchObject({ purpose: 'understand', outcome: 'answered', model: 'double' });
    expect(call?.cost).toBe((call?.tokensIn ?? 0) + (call?.tokensOut ?? 0));
    expect(`${call?.request} ${call?.reply}`).not.toMatch(/09000000|Giàng/);
    expect(call?.request).toContain('khai sinh');
  });

  it.each<[Scripted, string]>([
    ['broken-json', 'model-garbage'],
    ['broken-content', 'model-garbage'],
    ['wrong-schema', 'model-garbage'],
    ['empty', 'model-garbage'],
    ['huge', 'model-garbage'],
    ['refusal', 'model-garbage'],
    ['server-error', 'model-down'],
    ['bad-key', 'model-down'],
    ['reset', 'model-down'],
    ['rate-limit', 'model-busy'],
    [{ json: { answer: 1 } }, 'model-garbage'],
    [{ say: 'Vâng, đây là câu trả lời.' }, 'model-garbage'],
  ])('tells what went wrong: %s', async (fault, code) => {
    const { ask } = await open([fault]);
    expect((await failure(ask())).code).toBe(code);
    expect(double.calls).toHaveLength(1);
  });

  it('reads JSON that a server without schemas wraps in a fence', async () => {
    const { ask } = await open([{ say: 'Đây:\n```json\n{"answer": "khai sinh"}\n```' }]);
    expect(await ask()).toEqual({ answer: 'khai sinh' });
  });

  it.each<Scripted>(['garbage-stream', 'hang', 'reset'])('gives up on a stream that is %s', async (fault) => {
    const { say } = await open([fault], { turnMs: 300 });
    const sentences: string[] = [];
    const error = await failure(say((sentence) => sentences.push(sentence) > 0));
    expect(sentences).toEqual([]);
    expect(['model-garbage', 'model-down', 'model-timeout']).toContain(error?.code ?? 'model-garbage');
  });

  it('ends with its time, whatever the server does', async () => {
    const { ask } = await open(['hang'], { turnMs: 200 });
    const begun = performance.now();
    expect((await failure(ask())).code).toBe('model-timeout');
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  it('leaves a server alone as long as it asked to be', async () => {
    const { ask, clock } = await open([{ fault: 'rate-limit', retryAfter: 20 }, { json: { answer: 'a' } }]);
    await failure(ask());
    expect((await failure(ask())).code).toBe('model-busy');
    expect(double.calls).toHaveLength(1);
    clock.now = new Date(clock.now.getTime() + 21_000);
    expect(await ask()).toEqual({ answer: 'a' });
  });

  it('leaves a server alone that failed five times in a row', async () => {
    const { ask } = await open(Array.from({ length: 9 }, () => 'server-error' as const));
    for (let count = 0; count < 8; count += 1) expect((await failure(ask())).code).toBe('model-down');
    expect(double.calls).toHaveLength(5);
  });

  it('spends no more than the ceilings of the day and of the person', async () => {
    const { ask, say, clock } = await open([], { ceilings: { all: 1_000_000, person: 780 } });
    await failure(ask());
    expect((await failure(say())).code).toBe('model-budget');
    expect(double.calls).toHaveLength(1);
    clock.now = new Date(clock.now.getTime() + 86_400_000);
    await say();
    expect(double.calls).toHaveLength(2);
  });

  it('asks nothing when what it costs cannot be counted', async () => {
    double = await startModelDouble();
    const ledger = { ...memoryLedger(), reserve: () => Promise.reject(new Error('store away')) };
    const port = openModel({ settings: testSettings(double.url), ledger });
    const asked = port.text({ ...asking, purpose: 'word', signal: never() });
    expect((await failure(asked)).code).toBe('model-off');
    expect(double.calls).toEqual([]);
  });

  it('hands over whole sentences, and stops the model where it is told to', async () => {
    const { say, ledger } = await open([{ say: 'Một câu. Hai câu. Ba câu. Bốn câu.' }]);
    const heard: string[] = [];
    expect(await say((sentence) => heard.push(sentence) < 2)).toBe('Một câu.\nHai câu.');
    expect(heard).toEqual(['Một câu.', 'Hai câu.']);
    await new Promise((resolve) => setImmediate(resolve));
    expect(ledger.calls).toHaveLength(1);
  });

  it('gives a chat model for agents that is masked and counted like the rest', async () => {
    const { port, ledger } = await open([{ say: 'gọi [số điện thoại #1]' }]);
    const model = await port.chatModel({ purpose: 'copilot', person: asking.person, signal: never() });
    expect((await model.invoke(asking.user)).text).toBe('gọi 0900000011');
    expect(JSON.stringify(double.calls)).not.toMatch(/0900000011|Giàng/);
    expect(ledger.calls).toMatchObject([{ purpose: 'copilot' }]);
  });

  it('speaks to servers of one’s own in words that all of them know', async () => {
    const { ask } = await open([{ json: { answer: 'a' } }], { model: 'gpt-5-mini' });
    await ask();
    expect(double.calls[0]?.body).toMatchObject({ max_tokens: 600, messages: [{ role: 'system' }, { role: 'user' }] });
  });

  it('gives embeddings of masked texts', async () => {
    const { port } = await open([], { embeddings: 'small' });
    const vector = await (await port.embeddings())?.embedQuery('khai sinh, số 0900000011');
    expect(vector?.length).toBeGreaterThan(10);
    expect(JSON.stringify(double.calls)).not.toContain('0900000011');
  });
});
