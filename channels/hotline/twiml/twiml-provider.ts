/** TwiML: forms signed over the public address, answered with XML. Twilio speaks it, and others do. */
import type { CallProvider } from '../provider.ts';
import { endOf, startedOf, transferOf, turnOf, whisperedCallOf } from './read-event.ts';
import { isSigned } from './verify-signature.ts';
import { whisperTwiml, writeTwiml } from './write-twiml.ts';

export interface TwimlOptions {
  readonly token: string;
  /** The address of this program as the provider calls it: signatures hold it. */
  readonly publicUrl: string;
  /** As the provider names it: `Google.vi-VN-Wavenet-A`. */
  readonly voice: string;
}

export function twimlProvider({ token, publicUrl, voice }: TwimlOptions): CallProvider {
  const reply = (body: string) => ({ type: 'text/xml' as const, body });
  return {
    name: 'twiml',
    hooks: [
      { method: 'post', path: 'call', read: startedOf, unasked: true },
      { method: 'post', path: 'turn', read: turnOf },
      { method: 'post', path: 'transfer-result', read: transferOf },
      { method: 'post', path: 'status', read: endOf, unasked: true },
    ],
    verify({ header, url, body }) {
      const given = header('x-twilio-signature');
      if (!given) return 'missing';
      const fields = fieldsOf(body);
      return isSigned({ header: given, url: `${publicUrl}${url}`, fields, token }) ? 'good' : 'wrong';
    },
    payloadOf: ({ body }) => fieldsOf(body),
    write: (action, options) => reply(writeTwiml(action, { ...options, voice })),
    whisper: (say) => reply(whisperTwiml(say, voice)),
    whisperedCall: whisperedCallOf,
    nothing: reply('<Response></Response>'),
  };
}

const fieldsOf = (body: Buffer): Readonly<Record<string, string>> =>
  Object.fromEntries(new URLSearchParams(body.toString('utf8')));
