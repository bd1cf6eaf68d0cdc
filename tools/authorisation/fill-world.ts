/** Fills an empty program through its own doors, and writes down whose each row is. */

import {
  asked,
  fillDossiers,
  type Name,
  names,
  plainTalk,
  sayOnPage,
  sessionCookie,
  signInAs,
  talkCookie,
  wireTalk,
  withSecrets,
} from './fill-people.ts';
import { fillHandOffs, fillStaff } from './fill-staff.ts';
import { fillDevices, fillVisits } from './fill-visits.ts';
import { linkZalo, sayOnZalo, talkOnZalo } from './fill-zalo.ts';
import type { Program } from './open-program.ts';
import type { SecretWords } from './secret-words.ts';
import { type Person, type PlainTalk, places, type WireTalk, type World, type ZaloAccount } from './world.ts';

type Citizen = Omit<Person, 'secrets'> & { readonly secrets: Set<string> };

export async function fillWorld(program: Program, words: SecretWords): Promise<World> {
  const cases = await fillDossiers(program, words);
  const casesOf = (name: Name) =>
    cases.filter(({ seenBy }) => seenBy.includes(name)).map(({ dossier }) => dossier.secret);
  const people = new Map<Name, Citizen>();
  const plain: PlainTalk[] = [await plainTalk(program.call, words), await plainTalk(program.call, words)];
  const wire: WireTalk[] = [await wireTalk(program, words), await wireTalk(program, words, { unit: places.home })];
  for (const name of names) {
    if (name === 'linh') continue;
    const own = await fillPerson(program, words, name);
    for (const secret of casesOf(name)) own.citizen.secrets.add(secret);
    people.set(name, own.citizen);
    plain.push(...own.plain);
    wire.push(...own.wire);
  }
  const zalo = await fillZalo(program, words, people);
  await eraseGiang(program, people);
  const giang = people.get('giang');
  const isErased = ({ session }: WireTalk) => session !== null && !!giang?.dead.includes(session.token);
  const devices = await fillDevices(program);
  const visits = await fillVisits(program, words, devices.good);
  const handOffs = await fillHandOffs(program, words);
  const staff = await fillStaff(program);
  const links = await program.database.query('select id, citizen_id from channel_link');
  const list = await program.call('POST', '/kiosk/api/checklists', { body: { code: '1.001193', locale: 'vi' } });
  return {
    wire: wire.map((one) => (isErased(one) ? { ...one, isOver: true } : one)),
    ...{ plain, devices, visits, handOffs, staff, zalo, secrets: words.all },
    people: [...people.values()].map((one) => withSecrets(one, one.secrets)),
    dossiers: cases.map(({ dossier }) => dossier),
    links: links.map(({ id, citizen_id }) => ({ id: String(id), citizenId: String(citizen_id) })),
    checklist: /\d{4,}/.exec(list.text.replaceAll(' ', ''))?.[0] ?? '12345678',
  };
}

/** Two sign-ins that last and one that is over; a talk before the first that went over to him, and talks in both. */
async function fillPerson(program: Program, words: SecretWords, name: Name) {
  const { call, signIn } = program;
  const before = await plainTalk(call, words);
  const gone = await signInAs(program, name);
  const goneTalk = await wireTalk(program, words, { session: gone.live });
  await signIn.close(gone.live.token);
  const first = await signInAs(program, name, before.cookie);
  const second = await signInAs(program, name);
  const secrets = new Set([before.secret, goneTalk.secret]);
  for (const { live } of [first, second]) {
    const secret = words.next();
    secrets.add(secret);
    await sayOnPage(call, asked(secret), sessionCookie(live.token));
    await sayOnPage(call, 'hồ sơ của tôi tới đâu rồi', sessionCookie(live.token));
  }
  const talk = await wireTalk(program, words, { session: first.live });
  secrets.add(talk.secret);
  const { number, phone } = { number: '', phone: '' };
  const citizen: Citizen = {
    ...{ name, number, phone, citizenId: first.citizenId, secrets },
    sessions: [first.live, second.live],
    dead: [gone.live.token],
  };
  const over = { ...before, isOver: true };
  return { citizen, plain: [over], wire: [talk, { ...goneTalk, isOver: true }] };
}

async function fillZalo(program: Program, words: SecretWords, people: ReadonlyMap<Name, Citizen>) {
  const of = (name: Name): Citizen => {
    const found = people.get(name);
    if (!found) throw new Error(`${name} is not there`);
    return found;
  };
  const own = async (account: Pick<ZaloAccount, 'user' | 'channel'>, name: Name) => {
    await linkZalo(program, account, of(name));
    of(name).secrets.add(await talkOnZalo(program, words, account));
  };
  const accounts: ZaloAccount[] = [];
  const add = (account: Pick<ZaloAccount, 'user' | 'channel'>, secrets: Iterable<string>) =>
    void accounts.push({ ...account, secrets: new Set(secrets) });
  const chi = { user: '7000000000000000001', channel: 'zalo-oa' } as const;
  await own(chi, 'chi');
  const stranger = { user: '7000000000000000002', channel: 'zalo-oa' } as const;
  const strange = await talkOnZalo(program, words, stranger);
  const cut = { user: '7000000000000000003', channel: 'zalo-bot' } as const;
  await own(cut, 'dung');
  await sayOnZalo(program, cut, 'bỏ liên kết');
  const handed = { user: '7000000000000000004', channel: 'zalo-oa' } as const;
  await own(handed, 'dung');
  await own(handed, 'em');
  const bot = { user: '7000000000000000005', channel: 'zalo-bot' } as const;
  await own(bot, 'hai');
  add(chi, of('chi').secrets);
  add(stranger, [strange]);
  add(cut, []);
  add(handed, of('em').secrets);
  add(bot, of('hai').secrets);
  return accounts;
}

/** She wished it, and her sign-ins are over with all the rest. */
async function eraseGiang(program: Program, people: Map<Name, Citizen>): Promise<void> {
  const giang = people.get('giang');
  if (!giang) return;
  const { personalData } = program.running.store;
  const at = new Date();
  await personalData.askErasure({ citizenId: giang.citizenId, at, notBefore: at });
  await personalData.eraseDue(new Date(at.getTime() + 1000));
  const dead = [...giang.dead, ...giang.sessions.map(({ token }) => token)];
  people.set('giang', { ...giang, sessions: [], dead, secrets: new Set() });
}

export { talkCookie };
