/** The whole program, asked at every door by an invented person; its whole log is read afterwards. */
import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../bot/store/test-database.ts';
import { startZaloSimulator, type ZaloSimulator } from '../channels/zalo/simulator/start-zalo-simulator.ts';
import { fieldsOf, lineFields } from './log-fields.ts';
import { metricList } from './metrics/metric-list.ts';
import { startProgram, type TestProgram } from './test-program.ts';

type Line = Readonly<Record<string, unknown>>;

const user = '246845883529197922';
const publicUrl = 'https://hoi.phuong.example';
const twimlToken = 'kich-ban-thu-nghiem-0123';
const metricsKey = 'khoa-doc-so-lieu-0123';
const words = 'Tôi là Trần Thị Kẹo Dừa, căn cước 010190000011, điện thoại 0900000011, giấy tờ đăng ký khai sinh?';
const planted =
  /Kẹo|Dừa|keo\.dua|khai sinh|giấy tờ|Mật.?Khẩu|MatKhau|010190000011|0900000011|\+84900000011|246845883529197922|PA-CALL/i;

const folder = mkdtempSync(join(tmpdir(), 'hmc-seen-'));
let database: TestDatabase;
let zalo: ZaloSimulator;
let program: TestProgram;

beforeAll(async () => {
  [database, zalo] = await Promise.all([openTestDatabase(), startZaloSimulator()]);
  const { databaseUrl: DATABASE_URL, ownerUrl: DATABASE_OWNER_URL } = database;
  program = await startProgram({
    ...process.env,
    ...zalo.settings,
    ...{ DATABASE_URL, DATABASE_OWNER_URL, DATA_FOLDER: folder, SECRET_KEY: '07'.repeat(32) },
    ...{ TWIML_AUTH_TOKEN: twimlToken, PUBLIC_URL: publicUrl, METRICS_KEY: metricsKey },
    ...{ KIOSK_DOSSIERS: 'off', TRUST_PROXY: '1', TRACE_FROM_PROXY: 'yes' },
  });
  zalo.deliverTo(program.base);
}, 300_000);
afterAll(async () => {
  await program?.stop();
  await zalo?.close();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const lines = (): Line[] =>
  program
    .log()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);

async function until<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let round = 0; round < 600; round += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(100);
  }
  throw new Error(`It was waited for in vain. The log: ${program.log().slice(-3_000)}`);
}

const lineOf = (about: Line) =>
  until(() => lines().find((line) => Object.entries(about).every(([key, value]) => line[key] === value)));

const call = async (path: string, init: RequestInit = {}) => {
  const reply = await fetch(`${program.base}${path}`, { redirect: 'manual', ...init });
  return { status: reply.status, headers: reply.headers, text: await reply.text() };
};
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  call(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

/** A hook as the provider signs it. */
function hook(path: string, fields: Readonly<Record<string, string>>) {
  const signed = Object.keys(fields)
    .toSorted()
    .reduce((sum, name) => `${sum}${name}${fields[name]}`, `${publicUrl}${path}`);
  const signature = createHmac('sha1', twimlToken).update(signed, 'utf8').digest('base64');
  return call(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
    body: new URLSearchParams(fields).toString(),
  });
}

async function talkOnTheWire(generate: string, open: (text: string) => string) {
  const token = open((await post(generate, {})).text);
  const authorization = `Bearer ${token}`;
  const started = JSON.parse((await post('/v3/directline/conversations', {}, { authorization })).text);
  const path = `/v3/directline/conversations/${started.conversationId}/activities`;
  const said = await post(
    path,
    { type: 'message', text: words },
    { authorization: `Bearer ${started.token ?? token}` },
  );
  expect([said.status, said.text]).toEqual([200, expect.stringContaining('id')]);
  return { path, authorization, trace: said.headers.get('x-request-id') };
}

describe('a message from Zalo', () => {
  it('keeps one trace from the webhook to the reply that left, in the log and in the store', async () => {
    await zalo.toOa({ from: user, text: words });
    const { trace } = await lineOf({ msg: 'request', route: '/zalo/oa', method: 'POST', status: 200 });
    expect(trace).toMatch(/^[\da-f]{32}$/);
    // First words, then an answer of two parts.
    await until(() =>
      lines().filter((line) => line.msg === 'parcel' && line.trace === trace).length === 3 ? true : undefined,
    );
    const own = lines().filter((line) => line.trace === trace);
    const kinds = new Set(own.map(({ msg }) => msg).filter((msg) => msg !== 'Zalo webhook'));
    expect(kinds).toEqual(new Set(['request', 'delivery', 'turn', 'parcel']));
    for (const table of ['platform_delivery', 'turn', 'outbox'])
      expect(new Set((await database.query(`select trace from ${table}`)).map((row) => row.trace))).toEqual(
        new Set([trace]),
      );
  }, 120_000);
});

describe('every door', () => {
  it('gives each call an id and says it to the caller', async () => {
    const page = await call('/');
    expect(page.headers.get('x-request-id')).toMatch(/^[\da-f]{32}$/);
    expect(page.headers.get('traceresponse')).toBe(
      `00-${page.headers.get('x-request-id')}-${page.headers.get('traceresponse')?.split('-')[2]}-00`,
    );
  });

  it('takes the id of a proxy of ours over', async () => {
    const id = '4bf92f3577b34da6a3ce929d0e0e4736';
    const { headers } = await call('/healthz', { headers: { traceparent: `00-${id}-00f067aa0ba902b7-01` } });
    expect(headers.get('x-request-id')).toBe(id);
  });

  it('answers the invented person', async () => {
    await zalo.toBot({ from: user, text: words });
    await program.ask(words);
    const wire = await talkOnTheWire('/api/token', (text) => JSON.parse(text).token);
    await lineOf({ msg: 'turn', channel: 'web', trace: wire.trace });
    const kiosk = await talkOnTheWire('/kiosk/api/visits', (text) => JSON.parse(text).token);
    await lineOf({ msg: 'turn', channel: 'kiosk', trace: kiosk.trace });
    const ofCall = { CallSid: 'PA-CALL-0001', From: '+84900000011', To: '+842400000000' };
    const started = await hook('/hotline/twiml/call', { ...ofCall, CallStatus: 'ringing' });
    const action = /<Gather[^>]*action="([^"]+)"/.exec(started.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    await hook(action, { ...ofCall, SpeechResult: words, Confidence: '0.9' });
    await lineOf({ msg: 'turn', channel: 'hotline' });
    await lineOf({ msg: 'turn', channel: 'zalo-bot' });
  }, 120_000);

  it('is tried in bad faith too', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const secrets = new URLSearchParams({ email: 'keo.dua@example.com', password: 'MatKhauBiMat123' }).toString();
    const broken = `{"text":"${words}`;
    const tried = await Promise.all([
      post('/zalo/oa', { text: words }),
      post('/zalo/bot', broken),
      post('/hotline/twiml/call', broken),
      post('/v3/directline/tokens/generate', broken),
      post(
        '/v3/directline/conversations/Kẹo-Dừa/activities',
        { text: words },
        { authorization: 'Bearer 010190000011' },
      ),
      post('/console/dang-nhap', secrets, form),
      post('/console/api/hand-offs/010190000011/messages', broken),
      post('/hoi', broken, form),
      post('/kiosk/api/device', { key: '010190000011' }),
      call('/mang-ve/010190000011'),
      call(`/Kẹo-Dừa?so=010190000011&q=${encodeURIComponent(words)}`),
      call('/api/guides/010190000011'),
      call('/metrics', { headers: { authorization: 'Bearer 0900000011' } }),
    ]);
    for (const { status } of tried) expect(status).toBeLessThan(500);
    expect(tried.filter(({ status }) => status >= 400).length).toBeGreaterThan(8);
  }, 60_000);
});

describe('the log of all that', () => {
  it('holds nothing of what was said, no number, no name, no address', async () => {
    const text = program.log();
    expect(text.match(planted)?.[0] ?? null).toBeNull();
    expect(text).not.toMatch(/\/conversations\/[^:]/);
  });

  it('is one object a line, with the fields that are written down and no others', () => {
    const common = Object.keys(lineFields);
    for (const { msg, ...line } of lines()) {
      const own = Object.hasOwn(fieldsOf, String(msg)) ? fieldsOf[msg as keyof typeof fieldsOf] : null;
      if (own === null) continue;
      const names = Object.keys(own);
      const known = [...common, ...names.map((name) => name.replace('?', ''))];
      expect(Object.keys(line).filter((name) => !known.includes(name))).toEqual([]);
      expect(names.filter((name) => !name.endsWith('?') && !(name in line))).toEqual([]);
      expect(line.trace).toMatch(/^[\da-f]{32}$/);
    }
  });

  it('says of each call its route and no path', () => {
    const routes = lines().flatMap(({ msg, route }) => (msg === 'request' ? [String(route)] : []));
    expect(routes).toContain('/v3/directline/conversations/:id/activities');
    for (const route of routes) expect(route).toMatch(/^(?:\((?:file|none|mount)\)|[/\w.:-]+)+$/);
  });
});

describe('the figures of all that', () => {
  it('are told to whoever shows the key, by names of the list, with labels of closed lists', async () => {
    const { status, text } = await call('/metrics', { headers: { authorization: `Bearer ${metricsKey}` } });
    expect(status).toBe(200);
    const own = [...text.matchAll(/^# TYPE (hmc_\w+) /gm)].map(([, name]) => name);
    expect(own.toSorted()).toEqual(Object.keys(metricList).toSorted());
    expect(text).not.toMatch(/^hmc_(?:backup_age_seconds|dossier_source_up|model_tokens_today) /m);
    expect(text).toMatch('hmc_calls_active 1');
    expect(text).toMatch(/hmc_turns_total\{channel="zalo-oa",status="[a-z-]+"\} 1/);
    expect(text).toMatch(/hmc_parcels_settled_total\{channel="zalo-oa",state="sent"\} [1-9]/);
    expect(text).toMatch('hmc_store_up 1');
    expect(text).not.toMatch(planted);
    expect(text).toMatch(/hmc_build_info\{version="[\d.]+",commit="[\da-f]{12}|unknown",node="v24/);
  });

  it('do not grow with what callers send', async () => {
    const series = async () =>
      (await call('/metrics', { headers: { authorization: `Bearer ${metricsKey}` } })).text
        .split('\n')
        .filter((line) => line.startsWith('hmc_')).length;
    await call(`/${randomUUID()}`);
    const before = await series();
    await Promise.all(
      Array.from({ length: 50 }, () => call(`/${randomUUID()}`, { method: 'POST', body: randomUUID() })),
    );
    expect(await series()).toBe(before);
  });
});

it('ends with 0 when it is told to, also with a line open at which nobody says anything', async () => {
  const { hostname, port } = new URL(program.base);
  const line = connect(Number(port), hostname);
  await once(line, 'connect');
  expect(await program.stop()).toBe(0);
  line.destroy();
});
