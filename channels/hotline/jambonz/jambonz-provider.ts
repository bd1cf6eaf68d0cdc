/** jambonz: JSON hooks signed with the account's webhook secret, answered with verbs. */
import type { CallProvider } from '../provider.ts';
import { endOf, startedOf, transferOf, turnOf, whisperedCallOf } from './read-event.ts';
import { verifySignature } from './verify-signature.ts';
import { type Voice, whisperVerbs, writeVerbs } from './write-verbs.ts';

export interface JambonzOptions {
  readonly secret: string;
  readonly voice: Voice;
}

export function jambonzProvider({ secret, voice }: JambonzOptions): CallProvider {
  const reply = (verbs: unknown) => ({ type: 'application/json' as const, body: JSON.stringify(verbs) });
  return {
    name: 'jambonz',
    hooks: [
      { method: 'post', path: 'call', read: startedOf, unasked: true },
      { method: 'post', path: 'turn', read: turnOf },
      { method: 'post', path: 'transfer-result', read: transferOf },
      { method: 'post', path: 'status', read: endOf, unasked: true },
    ],
    verify: ({ header, body }, now) => verifySignature({ header: header('jambonz-signature'), body, secret, now }),
    payloadOf: ({ body }) => JSON.parse(body.toString('utf8')),
    write: (action, options) => reply(writeVerbs(action, { ...options, voice })),
    whisper: (say) => reply(whisperVerbs(say, voice)),
    whisperedCall: whisperedCallOf,
    nothing: reply([]),
  };
}
