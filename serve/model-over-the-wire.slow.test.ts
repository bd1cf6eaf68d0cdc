/** The whole program with a model in harness, asked as a citizen asks: over Direct Line and on the plain page. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ModelDouble, startModelDouble } from '../bot/model-double/index.ts';
import { openTestStore, type TestStore } from '../bot/store/test-store.ts';
import { signInAs, testBrowser } from '../channels/web/sign-in/test-browser.ts';
import { freePort, openTestProvider, type TestProvider } from '../channels/web/sign-in/test-provider.ts';
import { startProgram, type TestProgram } from './test-program.ts';

const secret = 'a-secret-of-this-suite';
const root = join(import.meta.dirname, '..');

/** Of an invented person. */
const dossier = {
  code: '000.00.12.H38-260915-0042',
  procedure: '1.001612',
  applicant: { name: 'Nguyễn Văn An', identityNumber: '010190000011', phone: '0900000011' },
  unit: '02728',
  receivedAt: '2026-11-16T08:30:00+07:00',
  promisedAt: '2026-11-25T17:00:00+07:00',
  status: 'in-process',
  updatedAt: '2026-11-19T16:00:00+07:00',
};

const story =
  'Em mới sinh bé gái được hai tuần ở bệnh viện huyện, chồng em đi làm xa chưa về được, bà nội thì bảo cứ từ từ, ' +
  'cho em hỏi làm khai sinh cho con cần giấy tờ gì và mất bao nhiêu tiền ạ?';

interface Activity {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly from: { readonly role?: string };
}

describe('a running program with a language model', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-mot-cua-model-'));
  let [port, daily] = [0, ''];
  let store: TestStore;
  let provider: TestProvider;
  let double: ModelDouble;
  let program: TestProgram;
  const settings = () => {
    const { databaseUrl, ownerUrl } = store.database;
    return {
      ...process.env,
      ...{ DATA_FOLDER: folder, DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: ownerUrl },
      ...{ DIRECT_LINE_SECRET: secret, OPENAI_BASE_URL: double.url, OPENAI_API_KEY: '', MODEL_DAILY_TOKENS: daily },
      ...{ PUBLIC_URL: `http://localhost:${port}`, OIDC_ISSUER: provider.issuer },
      ...{ OIDC_CLIENT_ID: provider.clientId, OIDC_CLIENT_SECRET: provider.clientSecret },
    };
  };
  beforeAll(async () => {
    [store, provider, double, port] = await Promise.all([
      openTestStore(),
      openTestProvider(),
      startModelDouble({ seed: 'wire' }),
      freePort(),
    ]);
    provider.allow(`http://localhost:${port}`);
    // The key of `openTestStore`: so the program finds the cases that the test puts in.
    writeFileSync(join(folder, 'secret.key'), Buffer.alloc(32, 7).toString('base64'));
    daily = '2000000';
    await store.store.dossiers.keep([dossier], { source: 'test' });
    program = await startProgram(settings(), port);
  }, 120_000);
  afterAll(async () => {
    await program?.stop();
    await double?.stop();
    await provider?.stop();
    await store?.close();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  const call = async (path: string, token: string, body?: object) => {
    const reply = await fetch(`${program.base}/v3/directline${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    expect(reply.ok).toBe(true);
    return reply.json();
  };
  /** A talk as another server's client has it: `ask` gives what the bot said to one message. */
  const openTalk = async (locale = 'vi') => {
    const { token } = await call('/tokens/generate', secret, {});
    const { conversationId } = await call('/conversations', token, {});
    const path = `/conversations/${conversationId}/activities`;
    const said = async (): Promise<string[]> => {
      const { activities } = (await call(path, token)) as { readonly activities: readonly Activity[] };
      return activities
        .filter(({ type, from }) => type === 'message' && from.role === 'bot')
        .map(({ text = '' }) => text);
    };
    const send = (text: string) => call(path, token, { type: 'message', from: { id: 'x' }, locale, text });
    const nextAfter = async (before: number): Promise<string> => {
      for (;;) {
        const now = await said();
        if (now.length > before) return now.at(-1) ?? '';
        await sleep(50);
      }
    };
    const ask = async (text: string) => {
      const before = (await said()).length;
      await send(text);
      return nextAfter(before);
    };
    return { ask, said, send, nextAfter };
  };
  const sentSince = (from: number) => JSON.stringify(double.calls.slice(from).map(({ body }) => body));

  it('words a story, a follow-up, English and bare letters, with the fields and the source beneath', async () => {
    const talk = await openTalk();
    console.log(await talk.ask(story));
    console.log(await talk.ask('thế bao lâu thì xong ạ'));
    console.log(await (await openTalk()).ask('dang ky ket hon can giay to gi'));
    console.log(await (await openTalk('en')).ask('What papers do I need to register a birth?'));
    console.log(
      program
        .log()
        .split('\n')
        .filter((l) => /"turn"/.test(l))
        .join('\n'),
    );
  }, 60_000);

  it('answers a signed-in citizen with cases, and tells the model nothing of them', async () => {
    const from = double.calls.length;
    const browser = testBrowser();
    await signInAs(browser, program.base, 'an');
    const ask = (q: string) =>
      browser.post(`${program.base}/hoi`, { q, id: crypto.randomUUID() }, { origin: program.base });
    console.log(
      (await ask('Tôi là Nguyễn Văn An, lệ phí đăng ký kết hôn bao nhiêu?')).text
        .replace(/<[^>]+>/g, '\n')
        .replace(/\n\s*/g, '\n'),
    );
    console.log(sentSince(from).slice(0, 3000));
    const then = double.calls.length;
    console.log(
      (await ask('hồ sơ của tôi tới đâu rồi')).text
        .replace(/<[^>]+>/g, '\n')
        .replace(/\n\s*/g, '\n')
        .slice(-1500),
    );
    await ask('thế đăng ký khai sinh thì cần giấy tờ gì');
    expect(double.calls.length).toBe(then);
  }, 60_000);
});
