import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hearByServer } from '../../speech/engines/hear-by-server.ts';
import { SpeechError } from '../../speech/ports.ts';
import { fetchSound, isZaloAddress } from './fetch-sound.ts';
import { openTestDoor, type TestDoor, textOfAll } from './test-door.ts';

/** A double of Zalo's file server and of a transcription server, over real HTTP. */
async function openDouble() {
  const asked: { path: string; body: string; authorization: string | undefined }[] = [];
  let reply: { status: number; body: string } = { status: 200, body: '{"text":""}' };
  const server: Server = createServer((request, response) => {
    if (request.method === 'GET') {
      if (request.url === '/moved.aac') return void response.writeHead(302, { location: '/a.aac' }).end();
      return void response.writeHead(200, { 'content-type': 'audio/aac' }).end(Buffer.from('am thanh'));
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      asked.push({ path: request.url ?? '', body, authorization: request.headers.authorization });
      response.writeHead(reply.status, { 'content-type': 'application/json' }).end(reply.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  return {
    url,
    asked,
    hears: (text: string) => {
      reply = { status: 200, body: JSON.stringify({ text }) };
    },
    fails: (status: number, body: string) => {
      reply = { status, body };
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

describe('a voice message', () => {
  let double: Awaited<ReturnType<typeof openDouble>>;
  let door: TestDoor;
  beforeAll(async () => {
    double = await openDouble();
    const toText = hearByServer({ baseUrl: `${double.url}/v1`, model: 'phowhisper', apiKey: 'khoa-thu' });
    const fetch = fetchSound((address) => address.startsWith(double.url));
    door = await openTestDoor({ listen: { toText, fetch } });
  }, 60_000);
  afterAll(async () => {
    await door?.close();
    await double?.close();
  });
  const speak = (user: string, name = 'a.aac') =>
    door.say(user, '', { kind: 'voice', media: [{ url: `${double.url}/${name}`, type: 'audio' }] });

  it('is read back, and asked only after a yes', async () => {
    double.hears('đăng ký khai sinh hết bao nhiêu tiền');
    const back = await speak('v1');
    expect(back.at(-1)!.text).toContain('«đăng ký khai sinh hết bao nhiêu tiền». Đúng không ạ?');
    expect(back.at(-1)!.buttons.map(({ title }) => title)).toEqual(['Đúng', 'Không phải']);
    expect(double.asked[0]).toMatchObject({ path: '/v1/audio/transcriptions', authorization: 'Bearer khoa-thu' });
    expect(double.asked[0]!.body).toMatch(/name="file"; filename="tin-nhan\.aac"[\s\S]*am thanh/);
    expect(double.asked[0]!.body).toMatch(/name="language"\r\n\r\nvi/);
    expect(textOfAll(await door.say('v1', 'dạ đúng rồi'))).toContain('Không mất phí');
  });

  it.each(['#đúng', '1', 'đúng', 'ok'])('takes %s for a yes', async (yes) => {
    double.hears('đăng ký kết hôn ở đâu');
    const user = `v-${yes}`;
    await speak(user);
    expect(textOfAll(await door.say(user, yes))).toMatch(/kết hôn/i);
  });

  it('is asked for anew after a no, and forgotten', async () => {
    double.hears('đăng ký kết hôn');
    await speak('v2');
    expect(textOfAll(await door.say('v2', 'không phải'))).toContain('nói lại');
    const [row] = await door.store.database.query("select pending_sealed from zalo_reach where address like '%:v2'");
    expect(row).toEqual({ pending_sealed: null });
  });

  it('gives way to a question that comes instead', async () => {
    double.hears('đăng ký kết hôn');
    await speak('v3');
    expect(textOfAll(await door.say('v3', 'lệ phí khai sinh bao nhiêu'))).toContain('Không mất phí');
  });

  it('keeps numbers out of what is kept, and still asks with them', async () => {
    double.hears('số căn cước của tôi là 010190000011 tôi muốn đổi nơi thường trú');
    await speak('v4');
    const rows = await door.store.database.query(
      "select content::text from utterance where content::text like '%010190000011%'",
    );
    expect(rows).toEqual([]);
  });

  it.each([
    ['says that it heard nothing', () => double.hears('')],
    ['says so when the server fails', () => double.fails(500, 'down')],
    ['says so when the server answers something else', () => double.fails(200, 'not json')],
  ])('%s', async (_what, prepare) => {
    prepare();
    expect(textOfAll(await speak(`v5-${_what.length}`))).toContain('nghe chưa rõ');
  });

  it('is not fetched from anywhere but Zalo, nor by a detour', async () => {
    const asked = double.asked.length;
    await speak('v6', 'moved.aac');
    await door.say('v7', '', { kind: 'voice', media: [{ url: 'https://elsewhere.example/a.aac', type: 'audio' }] });
    expect(double.asked).toHaveLength(asked);
    expect(['https://f6.photo.talk.zdn.vn/a.aac', 'https://voice.zaloapp.com/x'].every(isZaloAddress)).toBe(true);
    for (const bad of [
      'http://f6.zdn.vn/a',
      'https://zdn.vn.evil.example/a',
      'https://evilzdn.vn/a',
      'https://zdn.vn:8443/a',
      'https://a@zdn.vn/a',
      'file:///etc/passwd',
      'x',
    ])
      expect(isZaloAddress(bad)).toBe(false);
  });

  it('tells an operator what to look at, and nothing of what was said', () => {
    const messages = door.errors.map((error) => (error as Error).message);
    expect(messages.filter((text) => text.includes('SPEECH_TO_TEXT_URL'))).toHaveLength(1);
    expect(door.errors.every((error) => error instanceof SpeechError)).toBe(true);
  });
});
