/** What an officer reads at his desk, and what he notes there. */
import { HandOffError } from '../store/index.ts';
import { maskForLog } from '../understand/mask-identity.ts';
import type { OfficerDesk } from './officer-desk.ts';
import {
  communeOf,
  type OfficerDeskParts,
  officerOf,
  pictureUrl,
  readOn,
  readTalkOf,
  serves,
  speechOf,
} from './officer-desk-parts.ts';
import { plainTranscript } from './plain-transcript.ts';
import { handOffOfRow } from './seen-entry.ts';

const day = 86_400_000;
const listedDays = 30;

type Reading = 'inbox' | 'onTyping' | 'talk' | 'transcript' | 'colleagues' | 'onChange';
type Noting = 'note' | 'label' | 'revealContact' | 'keepPicture';

export const readingAtDesk = (parts: OfficerDeskParts): Pick<OfficerDesk, Reading> => {
  const { store, roster, now } = parts;
  const rows = store.handOffs.ofOfficers;
  return {
    async inbox(member, filter) {
      const since = new Date(now().getTime() - listedDays * day);
      const page = await rows.inbox(officerOf(member), { ...filter, since });
      return { ...page, items: page.items.map(handOffOfRow) };
    },
    async talk(member, handOffId, after = 0) {
      const { row, entries, notes, citizenName } = await readTalkOf(parts, member, handOffId, after);
      const last = entries.at(-1)?.position ?? after;
      return { handOff: handOffOfRow(row), entries, last, notes, citizenName, contactMasked: row.contactMasked };
    },
    async transcript(member, handOffId) {
      const { row, entries } = await readTalkOf(parts, member, handOffId, readOn);
      await rows.noteTaken(officerOf(member, 'take-transcript'), handOffId, 'transcript-taken');
      return plainTranscript(handOffOfRow(row), entries, speechOf(parts));
    },
    async colleagues(member) {
      const all = await roster.of(communeOf(member));
      return all.filter((one) => one.member.id !== member.id && serves(one.member));
    },
    onTyping: (listener) => parts.typing.onCitizen(listener),
    onChange: (listener) => store.onHandOff(listener),
  };
};

export const notingAtDesk = ({ store, now }: OfficerDeskParts): Pick<OfficerDesk, Noting> => {
  const rows = store.handOffs.ofOfficers;
  return {
    note: (member, handOffId, text) =>
      rows.note(officerOf(member), { handOffId, name: member.name, text: maskForLog(text), now: now() }),
    label: (member, handOffId, labels) =>
      rows.label(
        officerOf(member),
        handOffId,
        [...new Set(labels.map((label) => maskForLog(label.trim())))].filter(Boolean),
      ),
    async revealContact(member, handOffId, reason) {
      const contact = await rows.contact(officerOf(member, 'reveal-contact'), handOffId, maskForLog(reason.trim()));
      if (contact === null) throw new HandOffError('unknown');
      return contact;
    },
    keepPicture: async (member, { type, bytes, alt }) => {
      const id = await rows.keepPicture(officerOf(member), { type, bytes, alt: maskForLog(alt), now: now() });
      return { id, url: pictureUrl(id) };
    },
  };
};
