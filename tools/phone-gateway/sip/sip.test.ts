import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openPhone, type Phone } from '../test-caller/phone.ts';
import { readMessage } from './message.ts';
import { agreeOn, answerTo, heldOf } from './negotiate.ts';
import { readSdp } from './sdp.ts';

/** As baresip 1.0 offers. */
const baresip = `v=0\r\no=- 3724394400 3724394400 IN IP4 192.168.1.7\r\ns=-\r\nc=IN IP4 192.168.1.7\r\nt=0 0\r\nm=audio 10000 RTP/AVP 0 8 101\r\na=rtpmap:0 PCMU/8000\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-15\r\na=sendrecv\r\na=label:1\r\na=rtcp-rsize\r\na=ptime:20\r\nm=video 10002 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\n`;
/** As Asterisk 18 with chan_pjsip offers. */
const asterisk = `v=0\r\no=- 1862315472 1862315472 IN IP4 10.1.1.2\r\ns=Asterisk\r\nc=IN IP4 10.1.1.2\r\nt=0 0\r\nm=audio 17218 RTP/AVP 9 8 96\r\na=rtpmap:9 G722/8000\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:96 telephone-event/8000\r\na=fmtp:96 0-16\r\na=ptime:20\r\na=maxptime:150\r\na=sendrecv\r\n`;
const onHold = `v=0\r\no=- 1 2 IN IP4 10.1.1.2\r\ns=-\r\nc=IN IP4 0.0.0.0\r\nt=0 0\r\nm=audio 17218 RTP/AVP 0\r\n`;
const encrypted = `v=0\r\no=- 1 2 IN IP4 10.1.1.2\r\ns=-\r\nc=IN IP4 10.1.1.2\r\nt=0 0\r\nm=audio 17218 RTP/SAVP 0\r\n`;

const ours = { at: { address: '127.0.0.1', port: 5004 }, version: 1 };

describe('what two telephones agree upon', () => {
  it('the first coding that both know, keys by the number that was offered, no picture', () => {
    const theirs = readSdp(baresip)!;
    const agreed = agreeOn(theirs, null)!;
    expect(agreed).toMatchObject({
      peer: { address: '192.168.1.7', port: 10_000 },
      keyType: 101,
      sends: true,
      hears: true,
    });
    expect(agreed.codec.name).toBe('PCMU');
    const answer = answerTo(theirs, agreed, ours);
    expect(answer).toContain('m=audio 5004 RTP/AVP 0 101\r\n');
    expect(answer).toMatch(/m=video 0 RTP\/AVP 96\r\n$/);
  });
  it('another coding and another number for keys', () => {
    const agreed = agreeOn(readSdp(asterisk)!, null)!;
    expect([agreed.codec.name, agreed.keyType]).toEqual(['PCMA', 96]);
  });
  it('silence while it is on hold; nothing where nothing is in common', () => {
    expect(heldOf(readSdp(onHold)!)).toBe(true);
    expect(agreeOn(readSdp(onHold)!, null)).toMatchObject({ sends: false, hears: false });
    expect(agreeOn(readSdp(encrypted)!, null)).toBeNull();
    expect(
      agreeOn(readSdp(asterisk.replace('m=audio 17218 RTP/AVP 9 8 96', 'm=audio 17218 RTP/AVP 9'))!, null),
    ).toBeNull();
  });
  it('never fails on what it is sent', () => {
    fc.assert(
      fc.property(broken(baresip), (text) => {
        const read = readSdp(text);
        const agreed = read && agreeOn(read, null);
        if (read && agreed) expect(answerTo(read, agreed, ours)).toContain('m=audio');
      }),
    );
  });
});

/** The text with pieces cut out, doubled and replaced. */
const broken = (text: string) =>
  fc
    .array(
      fc.tuple(
        fc.nat(text.length),
        fc.nat(30),
        fc.oneof(fc.string(), fc.constantFrom('\r\n', ';', '<', '99999999999', '%', '"', '')),
      ),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map((cuts) => cuts.reduce((left, [at, length, put]) => left.slice(0, at) + put + left.slice(at + length), text));

const invite = (port: number, id: string, sdp = baresip.replaceAll('192.168.1.7', '127.0.0.1')) =>
  `INVITE sip:1022@127.0.0.1:${port} SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bK${id};rport\r\nMax-Forwards: 70\r\nFrom: "Bà" <sip:0900000011@127.0.0.1>;tag=${id}\r\nTo: <sip:1022@127.0.0.1>\r\nCall-ID: ${id}\r\nCSeq: 1 INVITE\r\nContact: <sip:0900000011@127.0.0.1:9>\r\nContent-Type: application/sdp\r\nContent-Length: ${sdp.length}\r\n\r\n${sdp}`;

const request = (
  method: string,
  { port, id, to = '', more = '', cseq = 2 }: { port: number; id: string; to?: string; more?: string; cseq?: number },
) =>
  `${method} sip:1022@127.0.0.1:${port} SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bK${method}${id}${cseq};rport\r\nMax-Forwards: 70\r\nFrom: <sip:0900000011@127.0.0.1>;tag=${id}\r\nTo: <sip:1022@127.0.0.1>${to && `;tag=${to}`}\r\nCall-ID: ${id}\r\nCSeq: ${cseq} ${method}\r\n${more}Content-Length: 0\r\n\r\n`;

/** A peer that knows no SIP: sends text, and keeps the first lines of what comes back. */
async function openPeer(port: number) {
  const socket = createSocket('udp4');
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  const got: string[] = [];
  socket.on('message', (bytes) => got.push(bytes.toString('latin1')));
  return {
    got,
    say: (text: string | Uint8Array) =>
      void socket.send(typeof text === 'string' ? Buffer.from(text, 'latin1') : text, port, '127.0.0.1'),
    async until(begin: string): Promise<string> {
      for (;;) {
        const found = got.find((text) => text.startsWith(begin));
        if (found) return found;
        await once(socket, 'message');
      }
    },
    close: () => socket.close(),
  };
}

const tagIn = (response: string) => /^To:.*;tag=(\w+)/m.exec(response)?.[1] ?? '';

describe('a telephone on the network', () => {
  let phone: Phone;
  let peer: Awaited<ReturnType<typeof openPeer>>;
  const open = async (options: Parameters<typeof openPhone>[0] = {}) => {
    phone = await openPhone(options);
    peer = await openPeer(phone.at.port);
  };
  afterEach(async () => {
    peer.close();
    await phone.close();
    expect([phone.legs, phone.soundsInUse]).toEqual([0, 0]);
  });

  it('answers OPTIONS, refuses what it does not know, and hangs up nobody’s call', async () => {
    await open();
    const { port } = phone.at;
    peer.say(request('OPTIONS', { port, id: 'o' }));
    expect(await peer.until('SIP/2.0 200')).toMatch(/^Allow: INVITE, ACK/m);
    peer.say(request('SUBSCRIBE', { port, id: 's' }));
    await peer.until('SIP/2.0 405');
    peer.say(request('BYE', { port, id: 'b', to: 'x' }));
    await peer.until('SIP/2.0 481');
    peer.say(request('CANCEL', { port, id: 'c' }));
    await peer.until('SIP/2.0 481');
    peer.say(invite(port, 'r').replace('Max-Forwards', 'Require: 100rel\r\nMax-Forwards'));
    await peer.until('SIP/2.0 420');
    peer.say(invite(port, 'e', encrypted));
    await peer.until('SIP/2.0 488');
  });

  it('says the same 200 again until it is acknowledged, then takes hold, a new offer, keys and BYE', async () => {
    await open();
    const { port } = phone.at;
    peer.say(invite(port, 'a'));
    peer.say(invite(port, 'a'));
    const to = tagIn(await peer.until('SIP/2.0 200'));
    const call = await phone.nextCall();
    peer.got.length = 0;
    // No ACK came: it is said again.
    expect(tagIn(await peer.until('SIP/2.0 200'))).toBe(to);
    peer.say(request('ACK', { port, id: 'a', to, cseq: 1 }));
    peer.got.length = 0;
    const hold = onHold.replace('0.0.0.0', '127.0.0.1').concat('a=sendonly\r\n');
    peer.say(
      request('INVITE', { port, id: 'a', to, cseq: 2, more: 'Content-Type: application/sdp\r\n' }).replace(
        'Content-Length: 0\r\n\r\n',
        `Content-Length: ${hold.length}\r\n\r\n${hold}`,
      ),
    );
    expect(await peer.until('SIP/2.0 200')).toMatch(/^a=recvonly/m);
    peer.say(request('ACK', { port, id: 'a', to, cseq: 2 }));
    peer.got.length = 0;
    peer.say(request('INVITE', { port, id: 'a', to, cseq: 3 }));
    expect(await peer.until('SIP/2.0 200')).toMatch(/^m=audio \d+ RTP\/AVP 8 0 101/m);
    const answer = baresip.replaceAll('192.168.1.7', '127.0.0.1');
    peer.say(
      request('ACK', { port, id: 'a', to, cseq: 3 }).replace(
        'Content-Length: 0\r\n\r\n',
        `Content-Length: ${answer.length}\r\n\r\n${answer}`,
      ),
    );
    peer.got.length = 0;
    peer.say(
      request('INFO', { port, id: 'a', to, cseq: 4, more: 'Content-Type: application/dtmf-relay\r\n' }).replace(
        'Content-Length: 0\r\n\r\n',
        'Content-Length: 22\r\n\r\nSignal=5\r\nDuration=160',
      ),
    );
    await peer.until('SIP/2.0 200');
    expect(call.heard.keys).toBe('5');
    peer.got.length = 0;
    peer.say(request('BYE', { port, id: 'a', to, cseq: 5 }));
    await peer.until('SIP/2.0 200');
    expect(await call.ended).toEqual({ by: 'them', why: 'bye' });
  });

  it('stops ringing when the caller gives up', async () => {
    await open({ manner: 'rings' });
    const { port } = phone.at;
    peer.say(invite(port, 'g'));
    await peer.until('SIP/2.0 180');
    peer.say(request('CANCEL', { port, id: 'g', cseq: 1 }));
    expect(await peer.until('SIP/2.0 487')).toContain('CSeq: 1 INVITE');
    expect(phone.rung[0]?.over.aborted).toBe(true);
  });

  it('lives through anything that is sent to it', async () => {
    await open();
    const { port } = phone.at;
    const good = invite(port, 'fuzz');
    await fc.assert(
      fc.asyncProperty(fc.oneof(broken(good), fc.uint8Array({ maxLength: 2_000 })), async (text) => {
        if (typeof text === 'string') readMessage(Buffer.from(text, 'latin1'));
        peer.say(text);
        await new Promise((resolve) => setImmediate(resolve));
      }),
      { numRuns: 500 },
    );
    peer.got.length = 0;
    peer.say(request('OPTIONS', { port, id: 'still-there' }));
    await peer.until('SIP/2.0 200');
  });
});

describe('two telephones', () => {
  const pairs: Phone[] = [];
  const open = async (options: Parameters<typeof openPhone>[0] = {}) => {
    const phone = await openPhone(options);
    pairs.push(phone);
    return phone;
  };
  afterEach(async () => {
    await Promise.all(pairs.map((phone) => phone.close()));
    for (const phone of pairs.splice(0)) expect([phone.legs, phone.soundsInUse]).toEqual([0, 0]);
  });
  it.each([
    ['is-busy', 'busy', 486],
    ['is-switched-off', 'failed', 404],
  ] as const)('tell that one %s', async (manner, outcome, status) => {
    const [caller, called] = [await open(), await open({ manner })];
    expect(await caller.dial('1', called.at)).toEqual({ outcome, status });
  });
  it('end a call that is taken back while it rings, or before it rings', async () => {
    const [caller, called] = [await open(), await open({ manner: 'rings' })];
    for (const wait of [0, 60]) {
      const giveUp = new AbortController();
      setTimeout(() => giveUp.abort(), wait);
      expect(await caller.dial('1', called.at, giveUp.signal)).toMatchObject({ outcome: 'taken-back' });
    }
    while (called.rung.some(({ over }) => !over.aborted)) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(called.rung.length).toBeGreaterThan(0);
  });
});
