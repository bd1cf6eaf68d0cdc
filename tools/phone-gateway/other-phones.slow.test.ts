import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findProgram } from '../../channels/speech/engines/find-program.ts';
import { readWav, writeWav } from '../../channels/speech/sound/wav.ts';
import { joined } from './media/sample-rate.ts';
import { type Answers, openTestApplication } from './test-application.ts';
import { findSound } from './test-caller/find-sound.ts';
import { openTestEars, openTestOffice, serveHooks, type TestEars } from './test-office.ts';

/** Telephones that others wrote. Where they are not installed, nothing is claimed. */
const path = process.env.PATH ?? '';
const baresip = findProgram('baresip', path);
const sipp = findProgram('sipp', path);
for (const [name, program] of Object.entries({ baresip, sipp }))
  if (program === null)
    process.stderr.write(`Skipped: no ${name} here. apt-get install --no-install-recommends baresip-core sip-tester\n`);

const secret = 'a-webhook-secret-of-tests';
const greeting = 'Dạ, em nghe ạ.';
const answers: Answers = {
  call: [
    {
      verb: 'gather',
      actionHook: '/turn',
      input: ['speech', 'digits'],
      numDigits: 1,
      timeout: 8,
      bargein: true,
      recognizer: { vendor: 'custom:test', language: 'vi-VN' },
      say: { text: greeting },
    },
  ],
  turn: [{ verb: 'say', text: 'Em chào bà.' }, { verb: 'hangup' }],
};

let ears: TestEars;
let folder: string;
beforeAll(async () => {
  ears = await openTestEars();
  folder = mkdtempSync(join(tmpdir(), 'other-phones-'));
}, 60_000);
afterAll(async () => {
  await ears.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function openOffice() {
  const application = openTestApplication(secret, answers);
  const hooks = await serveHooks(application.router);
  const usual = { callHook: '/call', statusHook: '/status', longestCall: 60, longestNothing: 20 };
  const office = await openTestOffice({ ears, base: hooks.base, secret, application: usual });
  return {
    application,
    office,
    async stop() {
      await office.gateway.settled();
      await office.stop();
      await hooks.stop();
      expect(office.gateway.inUse).toEqual({ calls: 0, legs: 0, sounds: 0, listeners: 0 });
      expect([application.faults, office.errors]).toEqual([[], []]);
    },
  };
}

const silence = (ms: number) => new Int16Array(ms * 8);

function run(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    const timer = setTimeout(() => child.kill('SIGKILL'), 60_000);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
    child.once('close', () => {
      clearTimeout(timer);
      resolve(said);
    });
  });
}

/** The modules lie beside the program, wherever it is installed. */
const modulesOf = (program: string) => join(dirname(realpathSync(program)), '..', 'lib', 'baresip', 'modules');

(baresip ? describe : describe.skip)('a call by baresip', () => {
  it('hears the prompt, is heard, and is hung up on', async () => {
    const { application, office, stop } = await openOffice();
    const question = await ears.utterance('tôi hỏi khai sinh');
    const home = join(folder, 'baresip');
    mkdirSync(join(home, 'heard'), { recursive: true });
    writeFileSync(
      join(home, 'said.wav'),
      writeWav({ pcm16: joined([silence(3_500), question, silence(20_000)]), sampleRate: 8_000 }),
    );
    writeFileSync(join(home, 'accounts'), '<sip:0900000011@127.0.0.1>;regint=0\n');
    writeFileSync(join(home, 'contacts'), '');
    writeFileSync(
      join(home, 'config'),
      [
        `module_path ${modulesOf(baresip!)}`,
        ...['g711', 'aufile', 'sndfile'].map((name) => `module ${name}.so`),
        ...['account', 'menu'].map((name) => `module_app ${name}.so`),
        'net_interface 127.0.0.1',
        `audio_source aufile,${join(home, 'said.wav')}`,
        `audio_player aufile,${join(home, 'player.wav')}`,
        `audio_alert aufile,${join(home, 'alert.wav')}`,
        `snd_path ${join(home, 'heard')}`,
        'rtp_ports 30000-30100',
      ].join('\n'),
    );
    const said = await run(baresip!, [
      '-f',
      home,
      '-e',
      `/dial sip:1022@127.0.0.1:${office.gateway.at.port}`,
      '-t',
      '14',
    ]);
    expect(said).toContain('Call established');
    expect(application.of('turn')).toMatchObject([{ speech: { alternatives: [{ transcript: 'tôi hỏi khai sinh' }] } }]);
    const dumps = readdirSync(join(home, 'heard')).filter((name) => name.endsWith('-dec.wav'));
    const heard = readWav(readFileSync(join(home, 'heard', dumps[0]!))).pcm16;
    expect(findSound(await ears.soundOf(greeting), heard).likeness).toBeGreaterThan(0.99);
    await stop();
  }, 90_000);
});

/** Calls, waits, presses 1 by RFC 4733 from a recording of Debian's package, and waits for the goodbye. */
const scenario = (keys: string) => `<?xml version="1.0" encoding="UTF-8"?>
<scenario name="a call with a key">
<send retrans="500"><![CDATA[

INVITE sip:1022@[remote_ip]:[remote_port] SIP/2.0
Via: SIP/2.0/UDP [local_ip]:[local_port];branch=[branch]
From: sipp <sip:0900000011@[local_ip]:[local_port]>;tag=[call_number]
To: <sip:1022@[remote_ip]:[remote_port]>
Call-ID: [call_id]
CSeq: 1 INVITE
Contact: sip:0900000011@[local_ip]:[local_port]
Max-Forwards: 70
Content-Type: application/sdp
Content-Length: [len]

v=0
o=user1 53655765 2353687637 IN IP4 [local_ip]
s=-
c=IN IP4 [media_ip]
t=0 0
m=audio [media_port] RTP/AVP 8 96
a=rtpmap:8 PCMA/8000
a=rtpmap:96 telephone-event/8000
a=fmtp:96 0-15

]]></send>
<recv response="100" optional="true"/>
<recv response="180" optional="true"/>
<recv response="200"/>
<send><![CDATA[

ACK sip:1022@[remote_ip]:[remote_port] SIP/2.0
Via: SIP/2.0/UDP [local_ip]:[local_port];branch=[branch]
From: sipp <sip:0900000011@[local_ip]:[local_port]>;tag=[call_number]
To: <sip:1022@[remote_ip]:[remote_port]>[peer_tag_param]
Call-ID: [call_id]
CSeq: 1 ACK
Max-Forwards: 70
Content-Length: 0

]]></send>
<pause milliseconds="700"/>
${keys}
<recv request="BYE"/>
<send><![CDATA[

SIP/2.0 200 OK
[last_Via:]
[last_From:]
[last_To:]
[last_Call-ID:]
[last_CSeq:]
Content-Length: 0

]]></send>
</scenario>
`;

(sipp ? describe : describe.skip)('a call by sipp', () => {
  it('presses a key and is hung up on', async () => {
    const { application, office, stop } = await openOffice();
    const file = join(folder, 'keys.xml');
    writeFileSync(file, scenario('<nop><action><exec play_dtmf="1"/></action></nop>'));
    const said = await run(sipp!, [
      ...[`127.0.0.1:${office.gateway.at.port}`, '-sf', file, '-m', '1', '-i', '127.0.0.1', '-mi', '127.0.0.1'],
      ...['-mp', '31000', '-nostdin', '-timeout', '30s', '-trace_err'],
    ]);
    expect(said).toMatch(/Successful call\s+\|\s+\d+\s+\|\s+1 /);
    expect(application.of('turn')).toMatchObject([{ reason: 'dtmfDetected', digits: '1' }]);
    await stop();
  }, 90_000);

  it('hangs up in the middle, ten times at once', async () => {
    const { application, office, stop } = await openOffice();
    const file = join(folder, 'short.xml');
    const bye = `<send retrans="500"><![CDATA[

BYE sip:1022@[remote_ip]:[remote_port] SIP/2.0
Via: SIP/2.0/UDP [local_ip]:[local_port];branch=[branch]
From: sipp <sip:0900000011@[local_ip]:[local_port]>;tag=[call_number]
To: <sip:1022@[remote_ip]:[remote_port]>[peer_tag_param]
Call-ID: [call_id]
CSeq: 2 BYE
Max-Forwards: 70
Content-Length: 0

]]></send>
<recv response="200"/>
</scenario>
`;
    writeFileSync(file, `${scenario('').split('<recv request="BYE"/>')[0]}${bye}`);
    const said = await run(sipp!, [
      ...[
        `127.0.0.1:${office.gateway.at.port}`,
        '-sf',
        file,
        '-m',
        '10',
        '-l',
        '10',
        '-r',
        '10',
        '-i',
        '127.0.0.1',
        '-mi',
        '127.0.0.1',
      ],
      ...['-mp', '31000', '-nostdin', '-timeout', '30s'],
    ]);
    expect(said).toMatch(/Successful call\s+\|\s+\d+\s+\|\s+10 /);
    await office.gateway.settled();
    const over = application.of('status').filter(({ call_status }) => call_status === 'completed');
    expect(over.map(({ call_termination_by }) => call_termination_by)).toEqual(Array(10).fill('caller'));
    await stop();
  }, 90_000);
});
