/** What an officer does with a talk that he takes: claim, speak, pass on, give back. */
import { randomUUID } from 'node:crypto';
import { readMemory } from '../memory.ts';
import type { StaffMember } from '../staff/staff.ts';
import { HandOffError, type Officer, type SayBeside, type StoredHandOff } from '../store/index.ts';
import { maskForLog } from '../understand/mask-identity.ts';
import { deskKeyOf } from './desk-key.ts';
import { newHandOffCode } from './hand-off-code.ts';
import type { Claim, OfficerDesk } from './officer-desk.ts';
import {
  communeOf,
  nameOf,
  type OfficerDeskParts,
  officerOf,
  pictureUrl,
  readOn,
  readTalkOf,
  serves,
  speechOf,
} from './officer-desk-parts.ts';
import { maskOfficerWords } from './officer-words.ts';
import { sayFinished, sayPassed, sayReturned } from './say-to-citizen.ts';
import { rememberTalk, topicsOf } from './topics-of-talk.ts';

const longest = 4_000;
/** How much of the end of a talk is looked at for what it was about. */
const mostLookedAt = 40;

export function owningAtDesk(parts: OfficerDeskParts): Pick<OfficerDesk, 'claim' | 'keep' | 'typing' | 'say'> {
  const { store, times, settings, now } = parts;
  const rows = store.handOffs.ofOfficers;
  return {
    async claim(member, id) {
      const officer = officerOf(member, 'answer');
      const at = now();
      const handOffId = await openedId(parts, { officer, name: member.name, id, now: at });
      const joined: SayBeside = (to) =>
        speechOf(parts, to).say(to.channel === 'web' ? 'handover.joinedWeb' : 'handover.joined', { name: member.name });
      const dueAt = times.of(communeOf(member), at).after(settings.replyMinutes);
      const own = { officer: nameOf(member), handOffId, now: at, leaseMs: settings.leaseMs };
      return claimOf(await rows.claim(officer, { ...own, dueAt, joined }), at);
    },
    async keep(member, { handOffId, fence }) {
      const until = new Date(now().getTime() + settings.leaseMs);
      return {
        handOffId,
        fence,
        leaseUntil: await rows.keep(officerOf(member, 'answer'), { handOffId, fence, until }),
      };
    },
    async typing(member, { handOffId, fence }) {
      const until = new Date(now().getTime() + settings.leaseMs);
      const officer = officerOf(member, 'answer');
      await rows.keep(officer, { handOffId, fence, until });
      const { handOff } = await rows.talk(officer, handOffId, readOn);
      await parts.typing.officer(handOff.conversationId);
    },
    async say(member, { handOffId, fence }, { key, text, pictureIds = [] }) {
      const officer = officerOf(member, 'answer');
      const clean = maskOfficerWords(text);
      if ((clean === '' && pictureIds.length === 0) || clean.length > longest) throw new HandOffError('bad-input');
      const own = await rows.pictures(officer, pictureIds);
      if (own.length !== pictureIds.length) throw new HandOffError('bad-input');
      const pictures = own.map(({ id, alt }) => ({ id, url: pictureUrl(id), alt }));
      const name = nameOf(member);
      const words = {
        handOffId,
        fence,
        officer: name,
        key,
        text: clean,
        pictures,
        now: now(),
        leaseMs: settings.leaseMs,
      };
      const utteranceId = await rows.say(officer, words);
      const { entries } = await readTalkOf(parts, member, handOffId, readOn);
      const entry = entries.find(({ id }) => id === utteranceId);
      if (!entry) throw new HandOffError('unknown');
      return entry;
    },
  };
}

export function leavingAtDesk(parts: OfficerDeskParts): Pick<OfficerDesk, 'transfer' | 'end'> {
  const { store, times, settings, now } = parts;
  const rows = store.handOffs.ofOfficers;
  return {
    async transfer(member, { handOffId, fence }, to, note) {
      const { handOff: before } = await rows.talk(officerOf(member, 'transfer'), handOffId, readOn);
      const target = await targetOf(parts, member, to);
      await refuseKept(parts, before, { to: target });
      const dueAt = times.of(communeOf(member), now()).after(settings.replyMinutes);
      const text = maskForLog(note.trim());
      await rows.pass({
        handOffId,
        fence,
        officer: nameOf(member),
        to: target,
        note: { id: randomUUID(), text },
        dueAt,
        now: now(),
        say: (address) =>
          sayPassed(speechOf(parts, address), 'unit' in target ? (parts.unitName?.(target.unit) ?? null) : null),
      });
    },
    async end(member, { handOffId, fence }, as) {
      const { entries } = await readTalkOf(parts, member, handOffId, readOn);
      const words = entries.filter(({ speaker }) => speaker !== 'bot').map(({ text }) => text);
      const topics = topicsOf(words.slice(-mostLookedAt), parts.engine());
      const say: SayBeside = (to) =>
        as === 'returned'
          ? sayReturned(speechOf(parts, to), member.name)
          : sayFinished(speechOf(parts, to), member.name);
      await rows.end(officerOf(member, 'answer'), {
        handOffId,
        fence,
        officer: nameOf(member),
        as,
        now: now(),
        say,
        remember: (memory) => rememberTalk(readMemory(memory), topics, 'rating'),
      });
    },
  };
}

const claimOf = (
  row: { readonly id: string; readonly fence: number; readonly leaseUntil: Date | null },
  now: Date,
): Claim => ({
  handOffId: row.id,
  fence: row.fence,
  leaseUntil: row.leaseUntil ?? now,
});

interface Wanted {
  readonly officer: Officer;
  readonly name: string;
  readonly id: string;
  readonly now: Date;
}

/** The hand-off's own id; of a talk's id that of the hand-off it gets by his stepping in. */
async function openedId({ store, speak }: OfficerDeskParts, { officer, name, id, now }: Wanted): Promise<string> {
  const { ofOfficers } = store.handOffs;
  const known = await ofOfficers.exists(officer, id);
  if (known) return id;
  const text = speak('vi', null).say('handover.summary.stepped-in');
  const summary = { text, asked: [], lastWords: null };
  const province = officer.unit.slice(0, 2).length === officer.unit.length ? officer.unit : null;
  return ofOfficers.stepIn(officer, {
    conversationId: id,
    officer: { id: officer.id, name },
    code: newHandOffCode(),
    province,
    summary,
    now,
  });
}

async function targetOf(
  { roster, provinceOf }: OfficerDeskParts,
  member: StaffMember,
  to: { readonly staffId: string } | { readonly desk: string } | { readonly unit: string },
): Promise<Target> {
  if ('desk' in to) {
    const desk = deskKeyOf(to.desk);
    if (desk === null) throw new HandOffError('bad-input');
    return { desk };
  }
  if ('unit' in to) {
    const province = provinceOf(to.unit);
    if (province === null) throw new HandOffError('bad-input');
    return { unit: to.unit, province };
  }
  const all = await roster.of(communeOf(member));
  const colleague = all.find((one) => one.member.id === to.staffId && serves(one.member));
  if (!colleague) throw new HandOffError('bad-input');
  return { officer: nameOf(colleague.member), member: colleague.member };
}

type Target =
  | { readonly desk: string }
  | { readonly unit: string; readonly province: string }
  | { readonly officer: { readonly id: string; readonly name: string }; readonly member: StaffMember };

/** What is kept to a desk, or from somebody, goes to nobody who would not see it: it would be lost there. */
async function refuseKept(
  { store }: OfficerDeskParts,
  { id, guarded, keptFrom }: Pick<StoredHandOff, 'id' | 'guarded' | 'keptFrom'>,
  { to }: { readonly to: Target },
): Promise<void> {
  if ('desk' in to && (guarded || keptFrom.includes(to.desk))) throw new HandOffError('bad-input');
  if ('officer' in to && !(await store.handOffs.ofOfficers.exists(officerOf(to.member), id)))
    throw new HandOffError('bad-input');
}
