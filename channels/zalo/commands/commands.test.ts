import { mkdtempSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { oaSignatureHeader } from '../webhook/judge-oa-call.ts';
import { oaMac } from '../webhook/oa-signature.ts';
import { fixture, macOf, oaText, testBot, testKeys, testNow } from '../webhook/test-webhook.ts';
import { oaWebhookPath } from '../webhook/webhook-routes.ts';
import { diagnoseSignature } from './diagnose-signature.ts';
import { checkRecording, recordZalo } from './record.ts';
import { shapeOf } from './shape-of.ts';

describe('npm run zalo -- diagnose-signature', () => {
  const body = Buffer.from(fixture('oa-text.json'));
  const timestamp = String(testNow.getTime());
  it('names the form that fits', () => {
    const mac = oaMac(testKeys.oaId, { body, timestamp }, testKeys.appSecret);
    expect(diagnoseSignature(body, `mac=${mac}`, testKeys)[0]).toContain('ZALO_OA_SIGNATURE=oa-id:app-secret');
  });
  it('notices a newline that an editor added', () => {
    const mac = oaMac(testKeys.appId, { body, timestamp }, testKeys.oaSecret);
    expect(diagnoseSignature(Buffer.concat([body, Buffer.from('\n')]), mac, testKeys)[0]).toContain('newline');
  });
  it('says what to look at when none fits, and shows no secret', () => {
    const said = diagnoseSignature(body, `mac=${'0'.repeat(64)}`, testKeys).join('\n');
    expect(said).toContain('ZALO_OA_SECRET_KEY');
    expect(said).not.toContain(testKeys.oaSecret);
  });
});

describe('npm run zalo -- record', () => {
  it('writes down what came without what it says, and a change to it is noticed', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'zalo-record-')), 'run.jsonl');
    const key = Buffer.alloc(32, 3);
    const oa = { keys: testKeys, forms: ['app-id:oa-secret'] as const, oldestMs: 3 * 3_600_000 };
    const recording = recordZalo({ bot: testBot, oa, file, port: 0, key, now: () => testNow });
    const { port } = recording.server.address() as AddressInfo;
    const said = oaText('CCCD của tôi 010190000011', { timestamp: String(Date.now()) });
    const answer = await request(`http://127.0.0.1:${port}`)
      .post(oaWebhookPath)
      .set('content-type', 'application/json')
      .set(oaSignatureHeader, macOf(said))
      .send(said);
    expect(answer.status).toBe(200);
    await recording.end();
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('user_send_text');
    expect(text).toContain('signature:app-id:oa-secret');
    expect(text).not.toMatch(/010190000011|246845883529197922|CCCD/);
    expect(checkRecording(text, key)).toEqual([]);
    expect(checkRecording(text.replace('user_send_text', 'user_send_texT'), key)).not.toEqual([]);
    expect(checkRecording(text, Buffer.alloc(32, 4))).toEqual([
      'the last line is not signed with the key of this program',
    ]);
  });

  it('keeps names and kinds, and no value', () => {
    expect(shapeOf(JSON.parse(fixture('oa-image.json')))).toMatchObject({
      event_name: 'user_send_image',
      sender: { id: '<string: 18 digits>' },
      message: {
        text: '<text: 11 signs>',
        attachments: [{ type: 'image', payload: { url: '<address at f6.photo.talk.zdn.vn>' } }],
      },
    });
  });
});
