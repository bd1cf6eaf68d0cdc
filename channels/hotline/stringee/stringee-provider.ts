/**
 * Stringee: hooks signed with the project's signing secret, answered with SCCO. Keys and transfers are whole; words are
 * experimental, as Stringee has no recogniser: they are recorded, fetched, heard by our port and answered by REST.
 */
import type { CallProvider, Hook, HookRequest } from '../provider.ts';
import { authHeader, type StringeeApi } from './call-api.ts';
import { type HearRecordingOptions, hearRecording } from './hear-recording.ts';
import { endOf, pressedOf, type StringeePayload, startedOf, transferOf } from './read-event.ts';
import { openNumbers, sealNumbers } from './sealed-numbers.ts';
import { verifySignature } from './verify-signature.ts';
import { bareNumber, writeScco } from './write-scco.ts';

export interface StringeeOptions {
  /** The project's signing secret. */
  readonly secret: string;
  /** The address of this program as Stringee calls it: hooks are named whole. */
  readonly publicUrl: string;
  readonly voice: string;
  readonly slowSpeed?: number | null;
  /** `null`: words are not heard, callers press keys. */
  readonly words?: (Omit<HearRecordingOptions, 'header'> & { readonly api: StringeeApi }) | null;
}

export function stringeeProvider({
  secret,
  publicUrl,
  voice,
  slowSpeed = null,
  words = null,
}: StringeeOptions): CallProvider {
  const reply = (actions: unknown) => ({ type: 'application/json' as const, body: JSON.stringify(actions) });
  const write: CallProvider['write'] = (action, options) => reply(sccoOf(action, options));
  const sccoOf = (...[action, { address, from, to }]: Parameters<CallProvider['write']>) => {
    const sealed = sealNumbers({ from, to }, secret);
    return writeScco(action, {
      ...{ voice, slowSpeed, hears: words !== null },
      ownNumber: bareNumber(to) || null,
      address: (hook) => `${publicUrl}${address(hook)}&n=${sealed}`,
    });
  };
  const keys = <T extends object>(event: T): T => (words === null ? { ...event, keysOnly: true } : event);
  const hooks: Hook[] = [
    { method: 'get', path: 'call', read: (told, around) => keys(startedOf(payload(told), around)), unasked: true },
    { method: 'post', path: 'turn', read: (told, around) => keys(pressedOf(payload(told), around)) },
    { method: 'post', path: 'transfer-result', read: (told, around) => keys(transferOf(payload(told), around)) },
    { method: 'post', path: 'status', read: (told, around) => endOf(payload(told), around), unasked: true },
  ];
  if (words) {
    const { api, ...hearing } = words;
    const hear = hearRecording({ ...hearing, header: () => ({ [authHeader]: api.token() }) });
    hooks.push({
      method: 'post',
      path: 'recorded',
      read: (told, around) => hear(payload(told), around),
      carryOut: (action, options) => api.putActions(options.callId, sccoOf(action, options)),
    });
  }
  return {
    name: 'stringee',
    hooks,
    verify: (request, now) => verifySignature(request, secret, now),
    payloadOf: (request) => payloadOf(request, secret),
    write,
    whisper: (say) => reply(say.map(({ text }) => ({ action: 'talk', text, voice, bargeIn: false, loop: 1 }))),
    // There is none: what would be whispered goes with the call, for officers with Stringee's own software.
    whisperedCall: () => null,
    nothing: reply([]),
  };
}

const payload = (told: unknown): StringeePayload => told as StringeePayload;

function payloadOf({ method, url, body }: HookRequest, secret: string): StringeePayload {
  const query = Object.fromEntries(new URL(url, 'http://localhost').searchParams);
  return {
    query,
    body: method === 'GET' ? null : JSON.parse(body.toString('utf8')),
    numbers: openNumbers(query.n, secret),
  };
}
