/** Citizens with sign-ins, cases of their own and for others, and talks; each row of theirs holds a word of its own. */
import { randomUUID } from 'node:crypto';
import type { Call, Told } from './call.ts';
import type { Program } from './open-program.ts';
import { publicUrl } from './open-program.ts';
import type { SecretWords } from './secret-words.ts';
import { type Dossier, type LiveSession, type Person, type PlainTalk, places, type WireTalk } from './world.ts';

export const sessionCookie = (token: string): string => `__Host-hmc-phien=${token}`;
export const deviceCookie = (key: string): string => `__Host-hmc-kiosk=${key}`;
export const talkCookie = (id: string): string => `hmc=${id}`;

/** As a browser says of our own page. */
export const fromOwnPage = { origin: publicUrl, 'sec-fetch-site': 'same-origin' } as const;

interface Named {
  readonly name: string;
  readonly number: string;
  readonly phone: string;
}

const person = (name: string, n: number, phone = n): Named => ({
  name,
  number: `0101900001${String(n).padStart(2, '0')}`,
  phone: `09000001${String(phone).padStart(2, '0')}`,
});

/** Bình has An's phone: a number alone must prove nothing. Linh never comes here. */
export const named = {
  an: person('Nguyễn Văn An', 1),
  bo: person('Nguyễn Văn Bố', 2),
  binh: person('Trần Thị Bình', 3, 1),
  chi: person('Lê Thị Chi', 4),
  dung: person('Phạm Văn Dũng', 5),
  em: person('Hoàng Thị Em', 6),
  giang: person('Vũ Thị Giang', 7),
  hai: person('Đặng Văn Hải', 8),
  khanh: person('Bùi Văn Khánh', 9),
  linh: person('Đỗ Thị Linh', 10),
} as const;
export type Name = keyof typeof named;
export const names = Object.keys(named) as Name[];

/** Whom each case concerns; whoever files for somebody follows it as well. */
const cases = [
  { unit: places.home, applicant: 'an' },
  { unit: places.home, applicant: 'bo', filedBy: 'an' },
  { unit: places.beside, applicant: 'binh' },
  { unit: places.beside, applicant: 'chi' },
  { unit: places.home, applicant: 'dung', authorised: 'em' },
  { unit: places.far, applicant: 'em' },
  { unit: places.home, applicant: 'giang' },
  { unit: places.beside, applicant: 'hai' },
  { unit: places.home, applicant: 'khanh' },
  { unit: places.far, applicant: 'linh' },
] as const satisfies readonly { unit: string; applicant: Name; filedBy?: Name; authorised?: Name }[];

export const birthDate = '1990-09-02';

/** The word stands in whatever of a case may be told: names, desk, steps, papers, reason, result. */
export async function fillDossiers({ running }: Program, words: SecretWords) {
  const made = cases.map((one, index) => {
    const secret = words.next();
    const code = `000.00.12.H38-260915-${String(1001 + index)}`;
    const of = (name: Name | undefined) =>
      name
        ? { name: `${named[name].name} ${secret}`, identityNumber: named[name].number, phone: named[name].phone }
        : null;
    const filedBy = 'filedBy' in one ? one.filedBy : undefined;
    const authorised = 'authorised' in one ? of(one.authorised) : null;
    const row = {
      code,
      procedure: '1.001193',
      applicant: { ...of(one.applicant), birthDate },
      filedBy: of(filedBy),
      onBehalf: authorised ? [{ role: 'authorised', ...authorised }] : [],
      unit: one.unit,
      desk: `Bàn ${secret}`,
      receivedAt: '2026-11-16T08:30:00+07:00',
      status: 'needs-papers',
      steps: [{ at: '2026-11-17T08:30:00+07:00', desk: `Bàn ${secret}`, what: `Xem xét ${secret}` }],
      missing: [{ paper: `Giấy ${secret}`, reason: `thiếu ${secret}` }],
      fee: { dong: 0, paid: true },
      updatedAt: '2026-11-19T16:00:00+07:00',
    };
    const seenBy: Name[] = [one.applicant, ...('filedBy' in one ? [one.filedBy] : [])];
    if ('authorised' in one) seenBy.push(one.authorised);
    return { row, dossier: { code, unit: one.unit, secret } satisfies Dossier, seenBy };
  });
  await running.store.dossiers.keep(
    made.map(({ row }) => row),
    { source: 'authorisation' },
  );
  return made.map(({ dossier, seenBy }) => ({ dossier, seenBy }));
}

/** Signs a person in; with a talk, that goes over to him. */
export async function signInAs({ signIn }: Program, name: Name, from: string | null = null) {
  const thread = from === null ? null : ({ channel: 'web', conversationId: from } as const);
  const { token, session } = await signIn.open({ ...named[name], idToken: null }, thread);
  const live: LiveSession = { id: session.id, token, formKey: signIn.formKey(token) };
  return { live, citizenId: session.citizenId };
}

/** Says something on the plain page; gives the cookie that the talk has. */
export async function sayOnPage(call: Call, text: string, cookie = ''): Promise<{ told: Told; cookie: string }> {
  const body = new URLSearchParams({ q: text, id: randomUUID() }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded', cookie, ...fromOwnPage };
  const told = await call('POST', '/hoi', { headers, body });
  if (told.status !== 303)
    throw new Error(`The plain page took no question: ${told.status} ${told.text.slice(0, 200)}`);
  const set = [told.headers['set-cookie'] ?? []].flat().find((one) => one.startsWith('hmc='));
  return { told, cookie: set?.slice('hmc='.length).split(';')[0] ?? '' };
}

export const asked = (secret: string): string => `Tôi là ${secret}, cho tôi hỏi lệ phí đăng ký khai sinh`;

export async function plainTalk(call: Call, words: SecretWords): Promise<PlainTalk> {
  const secret = words.next();
  const { cookie } = await sayOnPage(call, asked(secret));
  return { cookie, secret, isOver: false };
}

interface WireOptions {
  readonly session?: LiveSession | null;
  readonly unit?: string;
}

/** A talk on the wire with one question in it. */
export async function wireTalk(
  program: Program,
  words: SecretWords,
  { session = null, unit }: WireOptions = {},
): Promise<WireTalk> {
  const { call, tokensAt } = program;
  const secret = words.next();
  const cookie = session ? sessionCookie(session.token) : '';
  const made = await call('POST', '/api/token', { headers: { cookie }, body: unit ? { unit } : {} });
  const { token, conversationId } = made.json as { token: string; conversationId: string };
  const headers = { authorization: `Bearer ${token}`, cookie };
  const started = await call('POST', '/v3/directline/conversations', { headers, body: {} });
  const path = `/v3/directline/conversations/${conversationId}/activities`;
  const said = await call('POST', path, {
    headers,
    body: { type: 'message', from: { id: 'toi' }, text: asked(secret) },
  });
  if (said.status !== 200) throw new Error(`The wire took no question: ${said.status} ${said.text}`);
  const turnId = await untilAnswered(call, path, headers);
  const claims = tokensAt(Date.now).read(token, 'talk');
  if (typeof claims === 'string') throw new Error(`The wire gave a token that is ${claims}`);
  const { streamUrl } = started.json as { streamUrl: string };
  const base = { conversationId, token: tokensAt(() => Date.now() + 86_400_000 * 3650).issue(claims), secret, session };
  return {
    ...base,
    expired: tokensAt(() => Date.now() - 86_400_000).issue(claims),
    streamToken: new URL(streamUrl).searchParams.get('t') ?? '',
    isOver: false,
    turnId,
  };
}

async function untilAnswered(
  call: Call,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<string | null> {
  for (let tries = 0; tries < 600; tries++) {
    const told = await call('GET', path, { headers });
    const { activities } = told.json as { activities: { from: { role: string }; channelData?: { turnId?: string } }[] };
    const answers = activities.filter(({ from }) => from.role === 'bot');
    if (answers.length > 1) return answers.at(-1)?.channelData?.turnId ?? null;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('The wire gave no answer');
}

export const withSecrets = (one: Omit<Person, 'secrets'>, secrets: Iterable<string>): Person => ({
  ...one,
  secrets: new Set(secrets),
});
