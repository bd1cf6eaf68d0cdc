/** Says of each number or link in a message whether it is on the list of official channels, and how to stay safe. */
import type { OfficialChannel } from '../../knowledge/index.ts';
import type { Block } from '../answer.ts';
import { makeAnswer } from '../make-answer.ts';
import type { Step } from '../step.ts';
import type { Tools } from '../tools.ts';
import { contactsIn, scamQuestionIn } from '../understand/scam.ts';
import { wordingOf } from '../understand/wording.ts';
import { unitOf } from '../units/unit-of-turn.ts';

export const checkScam = (tools: Pick<Tools, 'channels' | 'units'>): Step => ({
  name: 'check-scam',
  run(turn) {
    const kind = scamQuestionIn(wordingOf(turn.text));
    if (kind === null) return { next: turn };
    const say = turn.speech.say;
    const channels = [...tools.channels, ...unitOf(turn, tools).channels];
    const phones = Object.entries(turn.slots).filter(([mark]) => mark.startsWith('[số điện thoại'));
    const contacts: Contact[] = [
      ...contactsIn(turn.text).map((value) => ({ value, name: hostOf(value) })),
      // The number itself is compared, but not said again: what is said is kept.
      ...phones.map(([, value]) => ({ value, name: say('scam.phone', { end: value.replace(/\D/g, '').slice(-3) }) })),
    ];
    const blocks: Block[] = kind === 'list' ? [] : contacts.map((contact) => verdict(contact, channels, say));
    if (kind === 'account') blocks.push({ kind: 'warning', text: say('scam.account') });
    if (kind === 'list')
      blocks.push({ kind: 'list', label: say('scam.list'), items: channels.map((row) => `${row.value}: ${row.name}`) });
    if (kind === 'lost') blocks.push({ kind: 'warning', text: say('scam.lost') });
    blocks.push({ kind: 'say', text: say('scam.advice') });
    return { answer: makeAnswer('answered', blocks, { codes: ['hd.tranh-lua-dao'] }) };
  },
});

interface Contact {
  readonly value: string;
  /** As it is said to the citizen. */
  readonly name: string;
}

function verdict(
  { value, name }: Contact,
  channels: readonly OfficialChannel[],
  say: (key: string, values?: Record<string, string>) => string,
): Block {
  const known = channels.find((channel) => matches(value, channel));
  return known
    ? { kind: 'say', text: say('scam.official', { what: name, name: known.name }) }
    : { kind: 'warning', text: say('scam.unknown', { what: name }) };
}

/** A domain counts with what stands below it, never with what merely ends alike (`fakedichvucong.gov.vn.xyz.com`). */
function matches(contact: string, channel: OfficialChannel): boolean {
  if (channel.kind === 'number') return contact.replace(/\D/g, '') === channel.value.replace(/\D/g, '');
  const host = hostOf(contact).toLowerCase();
  return channel.kind === 'domain' && (host === channel.value || host.endsWith(`.${channel.value}`));
}

const hostOf = (contact: string) => contact.replace(/^https?:\/\//i, '').split(/[/?#]/)[0] ?? contact;
