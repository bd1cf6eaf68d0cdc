/** The telephone over a real store and real HTTP, with invented officers and a filed case: for suites. */
import type { AddressInfo } from 'node:net';
import express from 'express';
import {
  inHours,
  officer,
  onDuty,
  openTestHandOffs,
  type TestHandOffs,
  testUnit,
} from '../../../bot/handover/test-hand-offs.ts';
import {
  createLinkAccount,
  createProver,
  type LinkAccount,
  loadSpeech,
  makeSendChecklist,
} from '../../../bot/index.ts';
import { openTestStore } from '../../../bot/store/test-store.ts';
import type { LeaveChecklist } from '../call-talk.ts';
import type { Line } from '../line.ts';
import { openHotline } from '../open-hotline.ts';
import type { ProviderSide } from './provider-side.ts';
import { type Exchange, openPhone, type SimulatedPhone } from './simulated-phone.ts';
import { testProviders, testSides } from './test-providers.ts';

export const officersPhone = '+842143870111';
const secretKey = Buffer.alloc(32, 7);

export interface TestHotline extends TestHandOffs {
  readonly sides: Readonly<Record<ProviderSide['name'], ProviderSide>>;
  readonly base: string;
  readonly errors: unknown[];
  readonly exchanges: Exchange[];
  isOff: boolean;
  /** A case on file, of an invented person; not kept as yet. */
  readonly dossier: object & { readonly code: string };
  /** Calls of which something is remembered. */
  openCalls(): Promise<number>;
  leaveChecklist: LeaveChecklist | null;
  readonly accounts: LinkAccount;
  phone(options?: {
    readonly provider?: ProviderSide['name'];
    readonly from?: string | null;
    readonly callId?: string;
  }): SimulatedPhone;
}

/** Filed by an invented person. */
const testDossier = {
  code: '000.00.12.H38-260915-0042',
  procedure: '1.001612',
  applicant: { name: 'Vàng Thị Mỷ', identityNumber: '010190000011', phone: '0900000011', birthDate: '1990-09-02' },
  unit: testUnit,
  desk: 'Trung tâm Phục vụ hành chính công',
  receivedAt: '2026-11-16T08:30:00+07:00',
  promisedAt: '2026-11-25T17:00:00+07:00',
  status: 'in-process',
  steps: [],
  missing: [],
  fee: { dong: 0, paid: true },
  updatedAt: '2026-11-19T16:00:00+07:00',
};

let count = 0;

/** The clock is that of the desk; it is open on working days. */
export async function openTestHotline(): Promise<TestHotline> {
  const opened = await openTestStore();
  const { store } = opened;
  const prover = createProver({ store, secretKey, sender: null, onError: (error) => void errors.push(error) });
  const accounts = createLinkAccount({ store, secretKey });
  const identity = { prover, accounts, signInOpen: false };
  const errors: unknown[] = [];
  const exchanges: Exchange[] = [];
  const desk = await openTestHandOffs({ identity }, opened);
  desk.staff = onDuty(officer('Lan'));
  const app = express();
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { routes } = openHotline({
    store,
    providers: testProviders(base),
    assistant: desk.assistant,
    speak: loadSpeech(),
    lineOf: () => lineAt(desk),
    hints: ['khai sinh', 'căn cước'],
    desk: desk.phoneDesk,
    leaveChecklist: (wish) => test.leaveChecklist?.(wish) ?? Promise.resolve(null),
    sendChecklist: makeSendChecklist({
      store,
      speak: loadSpeech(),
      tools: () => desk.tools,
      channels: ['zalo-bot', 'zalo-oa'],
    }),
    isOff: () => test.isOff,
    now: () => desk.at,
    onError: (error) => void errors.push(error),
  });
  for (const one of routes) app.use(one);
  const sides = testSides(base, () => desk.at);
  const closeDesk = desk.close;
  const test: TestHotline = Object.assign(desk, {
    sides,
    accounts,
    base,
    errors,
    exchanges,
    isOff: false,
    dossier: testDossier,
    openCalls: async () => (await desk.database('select 1 from phone_call where content_sealed is not null')).length,
    leaveChecklist: async () => '48210937',
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

const lineAt = ({ times }: TestHandOffs): Line => ({
  unit: testUnit,
  name: 'xã Bát Xát',
  officers: officersPhone,
  isOpen: (at) => times.of(testUnit, at).isOpen,
  opensAt: (at) => times.of(testUnit, at).opensAt,
});
