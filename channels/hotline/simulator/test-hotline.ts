/** The telephone over a real store and real HTTP, with invented officers and a filed case: for suites. */
import type { AddressInfo } from 'node:net';
import express from 'express';
import { inHours, officer, testUnit } from '../../../bot/handover/test-desk.ts';
import { onDuty, openTestHandOffs, type TestHandOffs } from '../../../bot/handover/test-hand-offs.ts';
import { createLinkAccount, createProver, loadSpeech } from '../../../bot/index.ts';
import { openTestStore } from '../../../bot/store/test-store.ts';
import type { LeaveChecklist } from '../call-talk.ts';
import { jambonzProvider } from '../jambonz/jambonz-provider.ts';
import type { Line } from '../line.ts';
import { openHotline } from '../open-hotline.ts';
import { twimlProvider } from '../twiml/twiml-provider.ts';
import { jambonzSide } from './jambonz-side.ts';
import type { ProviderSide } from './provider-side.ts';
import { type Exchange, openPhone, type SimulatedPhone } from './simulated-phone.ts';
import { twimlSide } from './twiml-side.ts';

export const officersPhone = '+842143870111';
const secret = 'a-webhook-secret-of-tests';
const secretKey = Buffer.alloc(32, 7);

export interface TestHotline extends TestHandOffs {
  readonly sides: Readonly<Record<ProviderSide['name'], ProviderSide>>;
  readonly base: string;
  readonly errors: unknown[];
  readonly exchanges: Exchange[];
  isOff: boolean;
  leaveChecklist: LeaveChecklist | null;
  phone(options?: {
    readonly provider?: ProviderSide['name'];
    readonly from?: string | null;
    readonly callId?: string;
  }): SimulatedPhone;
}

let count = 0;

/** The clock is that of the desk; it is open on working days. */
export async function openTestHotline(): Promise<TestHotline> {
  const opened = await openTestStore();
  const { store } = opened;
  const prover = createProver({ store, secretKey, sender: null, onError: (error) => void errors.push(error) });
  const identity = { prover, accounts: createLinkAccount({ store, secretKey }), signInOpen: false };
  const errors: unknown[] = [];
  const exchanges: Exchange[] = [];
  const desk = await openTestHandOffs({ identity }, opened);
  desk.staff = onDuty(officer('Lan'));
  const line: Line = {
    unit: testUnit,
    name: 'xã Bát Xát',
    officers: officersPhone,
    isOpen: (at) => desk.times.of(testUnit, at).isOpen,
    opensAt: (at) => desk.times.of(testUnit, at).opensAt,
  };
  const app = express();
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const providers = [
    {
      provider: jambonzProvider({
        secret,
        voice: {
          synthesizer: { vendor: 'google', language: 'vi-VN' },
          recognizer: { vendor: 'google', language: 'vi-VN' },
        },
      }),
      secret,
    },
    { provider: twimlProvider({ token: secret, publicUrl: base, voice: 'Google.vi-VN-Wavenet-A' }), secret },
  ];
  const { routes } = openHotline({
    store,
    providers,
    assistant: desk.assistant,
    speak: loadSpeech(),
    lineOf: () => line,
    hints: ['khai sinh', 'căn cước'],
    desk: desk.phoneDesk,
    leaveChecklist: (wish) => test.leaveChecklist?.(wish) ?? Promise.resolve(null),
    isOff: () => test.isOff,
    now: () => desk.at,
    onError: (error) => void errors.push(error),
  });
  for (const one of routes) app.use(one);
  const sides = {
    jambonz: jambonzSide({ secret, now: () => desk.at }),
    twiml: twimlSide({ token: secret, publicUrl: base }),
  };
  const closeDesk = desk.close;
  const test: TestHotline = Object.assign(desk, {
    sides,
    base,
    errors,
    exchanges,
    isOff: false,
    leaveChecklist: null,
    phone: ({
      provider = 'jambonz',
      from = '0900000011',
      callId = `call-${++count}`,
    }: Parameters<TestHotline['phone']>[0] = {}) =>
      openPhone({
        side: sides[provider],
        base,
        call: { callId, from, to: '02143870000' },
        onExchange: (exchange) => void exchanges.push(exchange),
      }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await closeDesk();
    },
  });
  test.at = inHours;
  return test;
}
