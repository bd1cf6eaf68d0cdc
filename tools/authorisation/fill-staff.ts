/** Staff of every role in several places, some of whom may come in no more; and talks that wait for them. */
import { randomUUID } from 'node:crypto';
import { type StaffRole, staffRoles } from '../../bot/index.ts';
import type { Program } from './open-program.ts';
import type { SecretWords } from './secret-words.ts';
import { type HandOff, type Member, places, provinceOf, receptionDesk } from './world.ts';

export const staffCookie = (token: string): string => `__Host-hmc_staff=${token}`;

let count = 0;

interface NewMember {
  readonly role: StaffRole;
  readonly unit: string;
  readonly desk?: string | null;
}

async function member({ running, staffSessions }: Program, { role, unit, desk = null }: NewMember): Promise<Member> {
  count += 1;
  const account = { login: `thu-${count}`, email: null, name: `Cán bộ ${count}`, role, unit, skills: [], desk };
  const id = await running.store.staff.accounts.add({ ...account, by: 'test' });
  const opened = await staffSessions.open(id, 'password+code', 'authorisation');
  if (!opened) throw new Error('The account that was just made is closed');
  await staffSessions.find(opened.token, { polled: true });
  const { token } = opened;
  return { id, role, unit, desk, token, csrf: staffSessions.csrfOf(token), isLive: true };
}

/** Each role in each place, at the reception desk and at none; then those who are out. */
export async function fillStaff(program: Program): Promise<readonly Member[]> {
  const { accounts } = program.running.store.staff;
  const staff: Member[] = [];
  for (const role of staffRoles)
    for (const unit of [places.home, places.beside, places.far, places.province, places.farProvince])
      for (const desk of [null, receptionDesk]) staff.push(await member(program, { role, unit, desk }));
  const closed = await member(program, { role: 'supervisor', unit: places.home, desk: receptionDesk });
  await accounts.setActive(closed.id, false, 'test');
  const ended = await member(program, { role: 'officer', unit: places.home });
  await accounts.endSessions(ended.id, {}, 'test');
  const old = await member(program, { role: 'admin', unit: places.province });
  await program.database.query(`update staff_session set seen_at = now() - interval '1 day' where staff_id = $1`, [
    old.id,
  ]);
  for (const one of [closed, ended, old]) staff.push({ ...one, isLive: false });
  // His rights changed after he signed in: the new ones hold.
  const lowered = await member(program, { role: 'admin', unit: places.province });
  await program.database.query(`update staff set role = 'editor' where id = $1`, [lowered.id]);
  const moved = await member(program, { role: 'officer', unit: places.home });
  await accounts.change(moved.id, { unit: places.far }, 'test');
  return [...staff, { ...lowered, role: 'editor' }, { ...moved, unit: places.far }];
}

interface Waiting {
  readonly unit: string | null;
  readonly desk?: string;
  readonly cause?: string;
  readonly withContact?: boolean;
  /** It is over, and the talk went on. */
  readonly isOver?: boolean;
}

const waiting: readonly Waiting[] = [
  { unit: places.home, withContact: true },
  { unit: places.home },
  { unit: places.beside, withContact: true },
  { unit: places.far },
  { unit: null },
  { unit: places.home, cause: 'denunciation', desk: 'tiep-cong-dan' },
  { unit: places.far, cause: 'denunciation', desk: 'tiep-cong-dan' },
  { unit: places.home, isOver: true },
];

/** Also gives the words that no officer may read: what was said after it was over. */
export async function fillHandOffs(program: Program, words: SecretWords): Promise<readonly HandOff[]> {
  const made: HandOff[] = [];
  for (const one of waiting) made.push(await handOff(program, words, one));
  return made;
}

async function handOff(program: Program, words: SecretWords, one: Waiting): Promise<HandOff> {
  const { store } = program.running;
  const { unit, desk = null, cause = 'citizen-asked', withContact = false, isOver = false } = one;
  const secret = words.next();
  const at = new Date();
  const opened = await store.openConversation({ channel: 'web', externalId: randomUUID(), locale: 'vi', unit });
  const key = { conversationId: opened.id, citizenId: opened.citizenId };
  const said = (messageId: string, text: string) =>
    store.receive({ ...key, messageId, askedMasked: text, slots: {}, at: new Date() });
  await said('m1', `${secret} cho tôi gặp cán bộ`);
  const { handOff: row } = await store.handOffs.ofCitizens.open({
    ...{ ...key, unit, desk, cause, channel: 'web', locale: 'vi', field: null, keptFrom: [], now: at },
    code: randomUUID().slice(0, 8).toUpperCase(),
    province: unit === null ? null : provinceOf(unit),
    summary: { text: `Người dân muốn gặp cán bộ ${secret}`, asked: [], lastWords: secret },
    dueAt: null,
    opensAt: null,
  });
  const note = words.next();
  const officer = { id: randomUUID(), role: 'officer', unit: unit ?? places.home, desk } as const;
  await store.handOffs.ofOfficers.note(officer, { handOffId: row.id, name: 'Cán bộ thử', text: note, now: at });
  const contact = withContact ? words.next() : null;
  const own = { citizenId: key.citizenId, handOffId: row.id };
  const deed = { kind: 'contact', contact: `${contact}@thu.example`, masked: '•••@•••' } as const;
  if (contact) await store.handOffs.ofCitizens.change({ ...own, now: at, deed });
  if (isOver) {
    await program.database.query(
      `update hand_off set state = 'closed', closed_as = 'finished', closed_at = now() where id = $1`,
      [row.id],
    );
    await said('m2', `${words.next()} cảm ơn`);
  }
  return { id: row.id, unit, desk: desk && receptionDesk, secrets: new Set([secret, note]), contact };
}
