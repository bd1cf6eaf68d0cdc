import { createSocket } from 'node:dgram';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pcma, pcmu } from '../media/g711.ts';
import { likenessOf } from '../test-caller/find-sound.ts';
import { openJitterBuffer } from './jitter-buffer.ts';
import { knowPeer } from './known-peer.ts';
import { openPaceClock } from './pace-clock.ts';
import { readPacket, sequenceStep, writePacket } from './packet.ts';
import { NoPortError, openPortPool } from './port-pool.ts';
import { eventPackets, openKeyReader } from './telephone-event.ts';

const packets = fc.record({
  payloadType: fc.nat(127),
  marker: fc.boolean(),
  sequence: fc.nat(0xffff),
  timestamp: fc.nat(0xffffffff),
  ssrc: fc.nat(0xffffffff),
  payload: fc.uint8Array({ maxLength: 400 }),
});

describe('packets of sound', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(packets, (packet) => {
        const read = readPacket(writePacket(packet));
        expect({ ...read, payload: Uint8Array.from(read!.payload) }).toEqual(packet);
      }),
    );
  });

  it('are never read beyond their end, whatever the network sends', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const read = readPacket(Buffer.from(bytes));
        if (read) expect(read.payload.length).toBeLessThanOrEqual(bytes.length - 12);
      }),
    );
  });

  it('lose their padding and their extension', () => {
    const plain = writePacket({
      payloadType: 0,
      marker: false,
      sequence: 1,
      timestamp: 1,
      ssrc: 1,
      payload: Uint8Array.of(7),
    });
    const extended = Buffer.concat([plain.subarray(0, 12), Buffer.from([0, 0, 0, 1, 1, 2, 3, 4, 7, 0, 0, 3])]);
    extended[0] = 0x80 | 0x20 | 0x10;
    expect([...readPacket(extended)!.payload]).toEqual([7]);
  });

  it('count round a circle', () => {
    expect([sequenceStep(65_535, 0), sequenceStep(0, 65_535), sequenceStep(5, 9)]).toEqual([1, -1, 4]);
  });
});

describe('the codings of the telephone', () => {
  it.each([pcmu, pcma])('keep a sound as it was, to the ear', ({ encode, decode, silence }) => {
    const sound = Int16Array.from({ length: 4_000 }, (_none, at) => 9_000 * Math.sin(at / 4) * Math.sin(at / 300));
    expect(likenessOf(sound, decode(encode(sound)))).toBeGreaterThan(0.999);
    expect(Math.abs(decode(Uint8Array.of(silence))[0]!)).toBeLessThan(10);
  });
});

describe('keys', () => {
  it('are told once, whichever of their packets are lost', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789*#'), minLength: 1, maxLength: 8 }),
        fc.infiniteStream(fc.boolean()),
        (keys, chance) => {
          const told: string[] = [];
          const read = openKeyReader((key) => told.push(key));
          for (const [at, key] of [...keys].entries()) {
            const all = eventPackets(key);
            // One of an event's packets gets through at least.
            const through = all.filter((_packet, place) => place === all.length - 1 || chance.next().value);
            for (const { payload } of through) read(payload, at * 2_000);
          }
          expect(told.join('')).toBe(keys);
        },
      ),
    );
  });

  it('are not made of noise', () => {
    const told: string[] = [];
    const read = openKeyReader((key) => told.push(key));
    read(Uint8Array.of(200, 0, 0, 1), 1);
    read(Uint8Array.of(1), 2);
    expect(told).toEqual([]);
  });
});

describe('the buffer', () => {
  const sound = (sequence: number) => ({ sequence: sequence & 0xffff, pcm: new Int16Array(160).fill(sequence + 1) });
  const take = (buffer: ReturnType<typeof openJitterBuffer>, ticks: number) =>
    Array.from({ length: ticks }, () => buffer.take()).flat();

  it('puts packets in order however they are mixed, round the circle too', () => {
    fc.assert(
      fc.property(
        fc.nat(0xffff),
        fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 20, maxLength: 60 }),
        (start, late) => {
          const buffer = openJitterBuffer();
          const order = late.map((by, at) => ({ at, by })).sort((a, b) => a.at + a.by - (b.at + b.by) || a.at - b.at);
          const heard: number[] = [];
          const hear = () =>
            heard.push(
              ...buffer
                .take()
                .filter(({ kind }) => kind === 'heard')
                .map(({ pcm }) => pcm[0]!),
            );
          for (const [tick, { at }] of order.entries()) {
            buffer.put({ sequence: (start + at) & 0xffff, pcm: new Int16Array(160).fill(at + 1) });
            if (tick > 3) hear();
          }
          for (let tick = 0; tick < 10; tick += 1) hear();
          expect(heard).toEqual(late.map((_by, at) => at + 1));
        },
      ),
    );
  });

  it('fills what is lost, and tells a pause of the network from a loss', () => {
    const buffer = openJitterBuffer();
    for (const sequence of [0, 1, 2, 4, 5, 6, 7]) buffer.put(sound(sequence));
    expect(take(buffer, 12).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['heard', 'filled', 'missing']));
    buffer.put(sound(8));
    expect(buffer.take()[0]).toMatchObject({ kind: 'heard', pcm: new Int16Array(160).fill(9) });
  });

  it('loses nothing to a stop of the machine, and catches up', () => {
    const buffer = openJitterBuffer();
    for (let sequence = 0; sequence < 60; sequence += 1) buffer.put(sound(sequence));
    const heard = take(buffer, 40).filter(({ kind }) => kind === 'heard');
    expect(heard).toHaveLength(60);
  });

  it('does not grow without an end', () => {
    const buffer = openJitterBuffer();
    for (let sequence = 0; sequence < 5_000; sequence += 1) buffer.put(sound(sequence));
    expect(take(buffer, 2_000).filter(({ kind }) => kind === 'heard').length).toBeLessThan(600);
  });

  it('survives any packets in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(0xffff), fc.option(fc.nat(500)))), (arrivals) => {
        const buffer = openJitterBuffer();
        for (const [sequence, length] of arrivals) {
          buffer.put({ sequence, pcm: length === null ? null : new Int16Array(length) });
          for (const { pcm } of buffer.take()) expect(pcm).toHaveLength(160);
        }
      }),
    );
  });
});

describe('whose sound is taken', () => {
  const named = { address: '10.0.0.5', port: 4000 };
  it('the named peer’s, and behind a translator the first that comes from the call’s own address', () => {
    const peer = knowPeer(named, '203.0.113.9');
    expect(peer.accepts({ address: '198.51.100.1', port: 4000 })).toBe(false);
    expect(peer.accepts({ address: '203.0.113.9', port: 61_000 })).toBe(true);
    expect(peer.to).toEqual({ address: '203.0.113.9', port: 61_000 });
    expect(peer.accepts({ address: '203.0.113.9', port: 61_001 })).toBe(false);
  });
  it('the named peer’s again as soon as it speaks itself', () => {
    const peer = knowPeer(named, null);
    expect(peer.accepts({ address: '10.0.0.5', port: 9 })).toBe(true);
    expect(peer.accepts(named)).toBe(true);
    expect(peer.accepts({ address: '10.0.0.5', port: 9 })).toBe(false);
    expect(peer.to).toEqual(named);
  });
});

describe('the clock', () => {
  it('makes up for what a busy machine missed, does not drift, and stops with the last listener', async () => {
    let now = 0;
    let ticks = 0;
    const clock = openPaceClock(() => now);
    const { promise, resolve } = Promise.withResolvers<void>();
    const leave = clock.each(() => {
      ticks += 1;
      if (ticks === 5) resolve();
    });
    // The timer of 20 ms comes 80 ms late: five ticks are due.
    now = 105;
    await promise;
    expect(ticks).toBe(5);
    leave();
    expect(clock.listeners).toBe(0);
  });
});

describe('ports for sound', () => {
  it('come from the range alone, are told when they run out, and come back', async () => {
    const probe = createSocket('udp4');
    await new Promise<void>((resolve) => probe.bind(0, '127.0.0.1', resolve));
    const from = probe.address().port + (probe.address().port % 2);
    const pool = openPortPool('127.0.0.1', { from, to: from + 3 });
    const taken = [await pool.take()];
    await pool
      .take()
      .then((socket) => taken.push(socket))
      .catch(() => {});
    for (const socket of taken) expect(socket.address().port % 2).toBe(0);
    await expect(pool.take()).rejects.toThrow(NoPortError);
    await Promise.all(taken.map((socket) => new Promise<void>((resolve) => socket.close(() => resolve()))));
    expect(pool.inUse).toBe(0);
    const again = await pool.take();
    again.close();
    probe.close();
  });
});
