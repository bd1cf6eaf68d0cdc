import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import twilio from 'twilio';
import type { SimulatedCall } from './provider-side.ts';
import { testSecret, testSides } from './test-providers.ts';

const require = createRequire(import.meta.url);
const schemas = dirname(require.resolve('@jambonz/schema/package.json'));
const call: SimulatedCall = { callId: 'c1', from: '0900000011', to: '02143870000' };
const base = 'https://hoi.phuong.example';
const { jambonz, twiml } = testSides(base);

/** The payloads as jambonz itself describes them. */
const ajv = new Ajv({ strict: false, validateSchema: false, allErrors: true });
for (const folder of ['components', 'callbacks', 'verbs'])
  for (const file of readdirSync(join(schemas, folder)).filter((name) => name.endsWith('.json')))
    ajv.addSchema(JSON.parse(readFileSync(join(schemas, folder, file), 'utf8')));
const faultsOf = (name: string, body: string) => {
  const validate = ajv.getSchema(`https://jambonz.org/schema/callbacks/${name}`);
  if (!validate) throw new Error(`No schema ${name}`);
  return validate(JSON.parse(body)) ? [] : validate.errors;
};

describe('the simulated jambonz', () => {
  it('sends what jambonz’s own schemas of its hooks allow', () => {
    const to = '/hotline/jambonz/turn?t=1';
    expect(faultsOf('session-new', jambonz.start(call).body)).toEqual([]);
    for (const what of [
      { kind: 'speech', text: 'lệ phí khai sinh', confidence: 0.9 },
      { kind: 'digits', digits: '0' },
      { kind: 'silence' },
      { kind: 'not-understood' },
      { kind: 'recogniser-failed' },
    ] as const)
      expect(faultsOf('gather', jambonz.gathered(call, to, what).body)).toEqual([]);
    for (const outcome of ['completed', 'busy', 'no-answer', 'failed'] as const)
      expect(faultsOf('dial', jambonz.dialled(call, to, outcome).body)).toEqual([]);
    expect(faultsOf('call-status', jambonz.ended(call).body)).toEqual([]);
    expect(faultsOf('gather', JSON.stringify({ reason: 'nonsense' }))).not.toEqual([]);
  });
});

describe('the simulated TwiML provider', () => {
  it('signs as Twilio’s own library does', () => {
    for (const hook of [
      twiml.start(call),
      twiml.gathered(call, '/hotline/twiml/turn?t=1&k=x', { kind: 'speech', text: 'lệ phí & tem', confidence: 0.9 }),
      twiml.ended(call),
    ]) {
      const fields = Object.fromEntries(new URLSearchParams(hook.body));
      const signature = hook.headers['x-twilio-signature'] ?? '';
      expect(twilio.validateRequest(testSecret, signature, `${base}${hook.path}`, fields)).toBe(true);
      expect(twilio.validateRequest('another', signature, `${base}${hook.path}`, fields)).toBe(false);
    }
  });
});
