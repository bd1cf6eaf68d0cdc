import { createServer, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { WebSocket } from 'ws';
import { type SpeechBridge, speechBridge } from '../../channels/speech/bridge/speech-bridge.ts';
import { hearByServer } from '../../channels/speech/engines/hear-by-server.ts';
import { speakByServer } from '../../channels/speech/engines/speak-by-server.ts';
import { resample } from '../../channels/speech/sound/resample.ts';
import { bytesOf, readWav, type Sound } from '../../channels/speech/sound/wav.ts';
import { openTestVoice, type TestVoice } from '../test-voice/test-voice.ts';
import { type StandIn, startStandIn } from './stand-in.ts';
import { oneAfterAnother, overTheTelephone, silence } from './test-sound.ts';

const key = 'khoa-cua-tong-dai-thu';
const question = 'lệ phí làm căn cước bao nhiêu';
const other = 'đăng ký tạm trú mất mấy ngày';

interface Door {
  readonly bridge: SpeechBridge;
  readonly url: string;
  readonly errors: unknown[];
  close(): Promise<void>;
}

async function openDoor(options: Partial<Parameters<typeof speechBridge>[0]>): Promise<Door> {
  const errors: unknown[] = [];
  const bridge = speechBridge({ listen: null, voice: null, key, onError: (error) => errors.push(error), ...options });
  const server: Server = createServer(express().use(bridge.routes));
  server.on('upgrade', (request, socket, head) => {
    if (bridge.owns(request)) bridge.upgrade(request, socket, head);
    else socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    bridge,
    errors,
    url: `127.0.0.1:${typeof address === 'object' ? address?.port : 0}/hotline/speech`,
    close: () =>
      new Promise((resolve) => {
        bridge.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** As jambonz opens it. Resolves with the status when it is refused. */
async function openEar(door: Door, headers: Record<string, string> = { authorization: `Bearer ${key}` }) {
  const socket = new WebSocket(`ws://${door.url}/stt`, { headers });
  const told: Record<string, unknown>[] = [];
  socket.on('message', (data) => void told.push(JSON.parse(String(data))));
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  const status = await new Promise<number>((resolve) => {
    socket.once('open', () => resolve(101));
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.once('error', () => resolve(0));
  });
  const start = (over: object = {}) =>
    socket.send(
      JSON.stringify({
        ...{ type: 'start', language: 'vi-VN', format: 'raw', encoding: 'LINEAR16', sampleRateHz: 8_000 },
        ...{ interimResults: true, options: { hints: ['căn cước'] }, ...over },
      }),
    );
  const play = ({ pcm16 }: Sound, samples = 160) => {
    for (let at = 0; at < pcm16.length; at += samples) socket.send(bytesOf(pcm16.subarray(at, at + samples)));
  };
  const stop = () => socket.send(JSON.stringify({ type: 'stop' }));
  return { socket, told, closed, status, start, play, stop };
}

type Ear = Awaited<ReturnType<typeof openEar>>;

const wordsOf = (told: readonly Record<string, unknown>[]) =>
  told.map(
    (message) => (message.alternatives as { transcript: string }[] | undefined)?.[0]?.transcript ?? message.error,
  );

describe('our voice and ear for jambonz', () => {
  let voice: TestVoice;
  let standIn: StandIn;
  let door: Door;
  const sounds = new Map<string, Sound>();
  beforeAll(async () => {
    voice = openTestVoice();
    standIn = await startStandIn({ voice });
    for (const text of [question, other]) sounds.set(text, resample(await standIn.teachSpoken(text), 8_000));
    const server = { baseUrl: standIn.url, model: 'stand-in', apiKey: null };
    door = await openDoor({ listen: hearByServer(server), voice: speakByServer({ ...server, voice: 'vi' }) });
  }, 60_000);
  afterAll(async () => {
    await door.close();
    await standIn.stop();
    await voice.stop();
  });
  afterEach(() => void door.errors.splice(0));
  const said = (text: string) => oneAfterAnother(silence(0.5), overTheTelephone(sounds.get(text)!), silence(1));
  const say = (body: unknown, headers: Record<string, string> = { authorization: `Bearer ${key}` }) =>
    fetch(`http://${door.url}/tts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  it('say a text as a WAV of 8,000 Hz, which is what jambonz takes it for', async () => {
    const response = await say({ language: 'vi-VN', voice: 'vi', type: 'text', text: question });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('audio/wav');
    const sound = readWav(new Uint8Array(await response.arrayBuffer()));
    expect(sound).toEqual(sounds.get(question));
  });

  it('say SSML slower where it asks for it, its signs left out', async () => {
    const slow = await say({ type: 'ssml', text: `<speak><prosody rate="slow">${question}</prosody></speak>` });
    const { pcm16 } = readWav(new Uint8Array(await slow.arrayBuffer()));
    expect(pcm16.length).toBeGreaterThan(1.15 * sounds.get(question)!.pcm16.length);
    expect(standIn.spoken.at(-1)).toBe(question);
  });

  it('say nothing without the key, nothing that is no text, and nothing without end', async () => {
    const before = standIn.spoken.length;
    for (const headers of [{ authorization: '' }, { authorization: 'Bearer sai' }, { authorization: key }])
      expect((await say({ text: question }, headers)).status).toBe(401);
    expect((await say({ type: 'text' })).status).toBe(400);
    expect((await say('{"text":')).status).toBe(400);
    expect((await say({ text: 'a'.repeat(4_001) })).status).toBe(400);
    expect((await say({ text: 'a'.repeat(80_000) })).status).toBe(413);
    expect(standIn.spoken).toHaveLength(before);
  });

  it('say so when the voice fails, and nothing of what was to be said', async () => {
    standIn.failNext({ kind: 'status', status: 500 });
    const response = await say({ text: 'một câu riêng' });
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ error: { code: 'speech-unreachable' } });
    expect(door.errors.map(String).join()).not.toContain('riêng');
  });

  it('hear what was said, each utterance in its turn, and close after stop', async () => {
    const ear = await openEar(door);
    ear.start();
    ear.play(said(question));
    ear.play(said(other), 1_111);
    ear.stop();
    expect(await ear.closed).toBe(1000);
    expect(wordsOf(ear.told)).toEqual([question, other]);
    expect(ear.told[0]).toEqual({
      ...{ type: 'transcription', is_final: true, channel: 1, language: 'vi-VN' },
      alternatives: [{ transcript: question }],
    });
    expect(standIn.heard.at(-1)!.prompt).toBe('căn cước');
  });

  it('hear what is being said when stop comes, and nothing of silence', async () => {
    const ear = await openEar(door);
    ear.start();
    ear.play(oneAfterAnother(silence(0.3), sounds.get(question)!));
    ear.stop();
    await ear.closed;
    expect(wordsOf(ear.told)).toEqual([question]);
    const silent = await openEar(door);
    silent.start();
    silent.play(silence(3));
    silent.stop();
    expect(await silent.closed).toBe(1000);
    expect(silent.told).toEqual([]);
  });

  it('hear sound of 16,000 Hz as well', async () => {
    const ear = await openEar(door);
    ear.start({ sampleRateHz: 16_000 });
    ear.play(resample(said(question), 16_000), 320);
    ear.stop();
    await ear.closed;
    expect(wordsOf(ear.told)).toEqual([question]);
  });

  it('tell of a recogniser that failed, and go on with the next utterance', async () => {
    standIn.failNext({ kind: 'status', status: 500 });
    const ear = await openEar(door);
    ear.start();
    ear.play(said(question));
    ear.play(said(other));
    ear.stop();
    await ear.closed;
    expect(wordsOf(ear.told)).toEqual(['speech-unreachable', other]);
    expect(door.errors).toHaveLength(1);
  });

  it.each([
    ['without a key', {}],
    ['with another', { authorization: 'Bearer khoa-cua-nguoi-khac' }],
  ])('hear nobody %s', async (_who, headers) => expect((await openEar(door, headers)).status).toBe(401));

  const mistakes: readonly [string, (ear: Ear) => void][] = [
    ['sound before start', (ear) => ear.play(silence(0.1))],
    ['another language', (ear) => ear.start({ language: 'en-US' })],
    ['another coding', (ear) => ear.start({ encoding: 'MULAW' })],
    ['another rate', (ear) => ear.start({ sampleRateHz: 44_100 })],
    ['what is no message', (ear) => ear.socket.send('hello')],
  ];
  it.each(mistakes)('close on %s', async (_what, act) => {
    const ear = await openEar(door);
    act(ear);
    expect(await ear.closed).toBe(1008);
    expect(ear.told).toMatchObject([{ type: 'error' }]);
  });

  it('close on a frame that is too large, a call that is too long, and a line that is dead', async () => {
    const listen = hearByServer({ baseUrl: standIn.url, model: 'stand-in', apiKey: null });
    const short = await openDoor({ listen, limits: { longestMs: 2_000, silentMs: 300 } });
    const long = await openEar(short);
    long.start();
    long.play(silence(3));
    expect(await long.closed).toBe(1008);
    const dead = await openEar(short);
    expect(await dead.closed).toBe(1008);
    const large = await openEar(short);
    large.start();
    large.socket.send(Buffer.alloc(70_000));
    expect(await large.closed).toBe(1009);
    await short.close();
  });

  it('hear so many calls and no more, and none where nothing hears or speaks', async () => {
    const listen = hearByServer({ baseUrl: standIn.url, model: 'stand-in', apiKey: null });
    const small = await openDoor({ listen, mostSockets: 1 });
    const first = await openEar(small);
    expect(first.status).toBe(101);
    expect((await openEar(small)).status).toBe(503);
    await small.close();
    const deaf = await openDoor({});
    expect((await openEar(deaf)).status).toBe(503);
    const mute = await fetch(`http://${deaf.url}/tts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: '{"text":"dạ"}',
    });
    expect(mute.status).toBe(503);
    await deaf.close();
  });
});
