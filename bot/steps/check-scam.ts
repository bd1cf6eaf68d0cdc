/** Says of each number or link in a message whether it is on the list of official channels, and how to stay safe. */
import type { OfficialChannel } from '../../knowledge/index.ts';
import type { Block } from '../answer.ts';
import { makeAnswer } from '../make-answer.ts';
import type { Step } from '../step.ts';
import type { Tools } from '../tools.ts';
import { contactsIn, scamQuestionIn } from '../understand/scam.ts';
import { wordingOf } from '../understand/wording.ts';

export const checkScam = ({ channels }: Pick<Tools, 'channels'>): Step => ({
  name: 'check-scam',
  run(turn) {
    const kind = scamQuestionIn(wordingOf(turn.text));
    if (kind === null) return { next: turn };
    const contacts = [
      ...contactsIn(turn.text),
      ...Object.keys(turn.slots).filter((mark) => mark.startsWith('[số điện thoại')),
    ];
    const say = turn.speech.say;
    const blocks: Block[] = kind === 'list' ? [] : contacts.map((contact) => verdict(contact, channels, say));
    if (kind === 'account') blocks.push({ kind: 'warning', text: say('scam.account') });
    if (kind === 'list')
      blocks.push({ kind: 'list', label: say('scam.list'), items: channels.map((row) => `${row.value}: ${row.name}`) });
    if (kind === 'lost') blocks.push({ kind: 'warning', text: say('scam.lost') });
    blocks.push({ kind: 'say', text: say('scam.advice') });
    return { answer: makeAnswer('answered', blocks, { codes: ['hd.tranh-lua-dao'] }) };
  },
});

function verdict(
  contact: string,
  channels: readonly OfficialChannel[],
  say: (key: string, values?: Record<string, string>) => string,
): Block {
  const known = channels.find((channel) => matches(contact, channel));
  return known
    ? { kind: 'say', text: say('scam.official', { what: contact, name: known.name }) }
    : { kind: 'warning', text: say('scam.unknown', { what: hostOf(contact) }) };
}

/** A domain counts with what stands below it, never with what merely ends alike (`fakedichvucong.gov.vn.xyz.com`). */
function matches(contact: string, channel: OfficialChannel): boolean {
  if (channel.kind === 'number') return contact.replace(/\D/g, '') === channel.value.replace(/\D/g, '');
  const host = hostOf(contact).toLowerCase();
  return channel.kind === 'domain' && (host === channel.value || host.endsWith(`.${channel.value}`));
}

const hostOf = (contact: string) => contact.replace(/^https?:\/\//i, '').split(/[/?#]/)[0] ?? contact;
