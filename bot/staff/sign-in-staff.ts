/** Signs staff in: by password or identity provider, then a code where the role needs one. Knows no protocol and no page. */
import { hashOf, keyedHash, newToken } from '../identity/secrets.ts';
import type { LoginEnd, LoginStart } from '../identity/sign-in.ts';
import type { SignInWay, StaffAccess, StaffStore } from '../store/index.ts';
import type { PasswordHashing } from './hash-password.ts';
import { newRecoveryCodes, newTotpSecret, plainRecoveryCode, totpStep } from './one-time-code.ts';
import { needsSecondFactor } from './rights.ts';
import type { OpenedSession, StaffSessions } from './sessions.ts';
import type { StaffRole } from './staff.ts';
import type { StaffTries, TryFrom } from './staff-tries.ts';

/** What comes next. A `step` is for a cookie of this browser: nobody else goes on with this sign-in. */
export type SignInOutcome =
  | {
      readonly kind: 'signed-in';
      readonly opened: OpenedSession;
      readonly returnTo: string;
      /** For the cookie that tells this browser from a stranger's. */
      readonly device: string;
      /** Shown this once; `null` unless an authenticator was just set up. */
      readonly recoveryCodes: readonly string[] | null;
    }
  | { readonly kind: 'code' | 'enrol'; readonly step: string }
  /** Wrong name or password, or closed: never which. */
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly until: Date }
  /** The sign-in took over ten minutes, or began elsewhere. */
  | { readonly kind: 'stale' }
  /** His role needs an authenticator, none is set up, and he was given no link for it. */
  | { readonly kind: 'ask-admin' };

/** The browser that asks. */
export interface FromBrowser extends TryFrom {
  /** Its cookie of our form: half-done sign-ins are bound to it. */
  readonly browser: string;
  /** As it names itself: shown in the list of sessions. */
  readonly agent: string;
}

/** Whom an identity provider vouches for. */
export interface VouchedStaff {
  /** Issuer and subject: one name for one person, for ever. */
  readonly subject: string;
  /** `null` unless the provider has verified it. */
  readonly email: string | null;
  /** The role that its groups stand for; `null`: ours holds. */
  readonly role: StaffRole | null;
  /** The provider has asked for a second factor itself. */
  readonly secondFactor: boolean;
}

export interface StaffSignIn {
  withPassword(
    typed: { readonly login: string; readonly password: string; readonly returnTo: string },
    from: FromBrowser,
  ): Promise<SignInOutcome>;
  /** What the browser and the provider are given; `browser` is for a cookie. */
  beginProvider(returnTo: string): Promise<LoginStart>;
  /** `null` when this browser began no such sign-in, or it was finished before, or it took over ten minutes. */
  resumeProvider(browser: string, state: string): Promise<LoginEnd | null>;
  withProvider(person: VouchedStaff, returnTo: string, from: FromBrowser): Promise<SignInOutcome>;
  /** A code of the authenticator, or a recovery code. After a wrong one the step still holds. */
  withCode(step: string, code: string, from: FromBrowser): Promise<SignInOutcome>;
  /** What the page shows to set an authenticator up; `null` when the step is over. */
  enrolment(step: string, from: FromBrowser): Promise<{ readonly secret: string; readonly login: string } | null>;
  confirmEnrolment(step: string, code: string, from: FromBrowser): Promise<SignInOutcome>;
  /** Goes on for somebody whose password was proved just now, as by an activation. */
  afterPassword(staffId: string, returnTo: string, from: FromBrowser): Promise<SignInOutcome>;
  /** Begins to set an authenticator up, for somebody who may. */
  beginEnrolment(staffId: string, way: SignInWay, from: FromBrowser): Promise<SignInOutcome>;
}

export interface StaffSignInParts {
  readonly store: StaffStore;
  readonly secretKey: Buffer;
  readonly sessions: StaffSessions;
  readonly hashing: PasswordHashing;
  readonly tries: StaffTries;
  /** Officers need an authenticator as well. */
  readonly officersNeedCode: boolean;
  readonly now?: () => Date;
}

const enrolSeconds = 600;

export function createStaffSignIn(parts: StaffSignInParts): StaffSignIn {
  const { store, hashing, tries, now = () => new Date() } = parts;
  const { goOn, stepKey, finish } = makeGoOn(parts);
  return {
    async withPassword({ login: typed, password, returnTo }, from) {
      const login = typed.trim().toLowerCase();
      const keys = tries.passwordKeys(login, from);
      const { waitUntil, count } = await store.signIn.takeTry(keys);
      if (waitUntil) return { kind: 'wait', until: waitUntil };
      const found = await store.signIn.findByLogin(login);
      const right = await hashing.verify(password, found?.passwordHash ?? null);
      if (!found?.active || !found.passwordHash || !right) {
        const isLocked = keys.some(({ waits }) => (waits[Math.min(count, waits.length) - 1] ?? 0) > 0);
        await store.signIn.refused(found?.id ?? null, isLocked ? 'locked' : 'password', count);
        return { kind: 'wrong' };
      }
      await forgive(store, keys);
      if (hashing.isOld(found.passwordHash))
        await store.signIn.keepPassword(found.id, await hashing.hash(password), found.passwordHash);
      return goOn(found, { way: 'password', returnTo }, from);
    },
    async withProvider({ subject, email, role, secondFactor }, returnTo, from) {
      const found = await store.signIn.findBySubject(subject, email);
      if (!found) {
        await store.signIn.refused(null, 'oidc', 1);
        return { kind: 'wrong' };
      }
      if (role) await store.signIn.setRole(found.id, role);
      const account = { ...found, role: role ?? found.role };
      if (secondFactor) return finish(account, { way: 'oidc+code', returnTo }, from);
      if (!account.hasCode) await store.signIn.allowEnrolment(account.id, enrolSeconds);
      return goOn({ ...account, mayEnrol: true }, { way: 'oidc', returnTo }, from);
    },
    async withCode(step, typed, from) {
      const key = { ...stepKey(step, from), stage: 'code' as const };
      const half = await store.signIn.readStep(key);
      const found = half?.staffId ? await store.signIn.findById(half.staffId) : null;
      if (!half || !found?.active) return { kind: 'stale' };
      const keys = tries.codeKeys(found.login, from);
      const { waitUntil, count } = await store.signIn.takeTry(keys);
      if (waitUntil) return { kind: 'wait', until: waitUntil };
      const way = await proveCode(parts, found, { typed, way: half.way ?? 'password', at: now() });
      if (!way) {
        await store.signIn.refused(found.id, 'code', count);
        return { kind: 'wrong' };
      }
      if (!(await store.signIn.readStep(key, { take: true }))) return { kind: 'stale' };
      await forgive(store, keys);
      return finish(found, { way, returnTo: half.returnTo }, from);
    },
    ...makeEnrolment(parts),
    ...makeProviderStart(parts),
    async afterPassword(staffId, returnTo, from) {
      const found = await store.signIn.findById(staffId);
      return found?.active ? goOn(found, { way: 'password', returnTo }, from) : { kind: 'wrong' };
    },
  };
}

/** The try at an address is taken back alone: one who signs in rightly buys no guesses at others. */
async function forgive(store: StaffStore, keys: Parameters<StaffStore['signIn']['forgiveTry']>[0]): Promise<void> {
  await store.signIn.forgiveTry(
    keys.filter(({ kind }) => kind === 'staff-address'),
    'one',
  );
  await store.signIn.forgiveTry(
    keys.filter(({ kind }) => kind !== 'staff-address'),
    'all',
  );
}

interface Proved {
  readonly way: SignInWay;
  readonly returnTo: string;
}

function makeGoOn({ store, sessions, tries, officersNeedCode }: StaffSignInParts) {
  const stepKey = (step: string, { browser }: FromBrowser) => ({
    tokenHash: hashOf(step),
    browserHash: hashOf(browser),
  });
  const finish = async (
    { id, login }: Pick<StaffAccess, 'id' | 'login'>,
    { way, returnTo }: Proved,
    { agent }: FromBrowser,
  ): Promise<SignInOutcome> => {
    const opened = await sessions.open(id, way, agent);
    if (!opened) return { kind: 'wrong' };
    return { kind: 'signed-in', opened, returnTo, device: tries.deviceFor(login), recoveryCodes: null };
  };
  const keepStep = async (
    staffId: string,
    { way, returnTo, totpSecret }: Proved & { readonly totpSecret: string | null },
    from: FromBrowser,
  ): Promise<SignInOutcome> => {
    const step = newToken();
    const kind = totpSecret === null ? 'code' : 'enrol';
    await store.signIn.keepStep({ ...stepKey(step, from), stage: kind, staffId, way, totpSecret, returnTo });
    return { kind, step };
  };
  const goOn = async (found: StaffAccess, proved: Proved, from: FromBrowser): Promise<SignInOutcome> => {
    if (found.hasCode) return keepStep(found.id, { ...proved, totpSecret: null }, from);
    if (!needsSecondFactor(found.role, { officersToo: officersNeedCode })) return finish(found, proved, from);
    if (found.mayEnrol) return keepStep(found.id, { ...proved, totpSecret: newTotpSecret() }, from);
    return { kind: 'ask-admin' };
  };
  return { stepKey, finish, keepStep, goOn };
}

const codeWays: Readonly<Partial<Record<SignInWay, SignInWay>>> = { password: 'password+code', oidc: 'oidc+code' };
export const recoveryHash = (secretKey: Buffer, staffId: string, plain: string): Buffer =>
  keyedHash(secretKey, `recovery code of ${staffId}`, plain);

/** How it was proved; `null`: it was not. A code that was right is used up with that. */
async function proveCode(
  { store, secretKey }: StaffSignInParts,
  { id }: StaffAccess,
  { typed, way, at }: { readonly typed: string; readonly way: SignInWay; readonly at: Date },
): Promise<SignInWay | null> {
  const plain = plainRecoveryCode(typed);
  if (plain)
    return (await store.signIn.useRecovery(id, recoveryHash(secretKey, id, plain))) === null ? null : 'recovery';
  const secret = await store.signIn.totpSecret(id);
  const step = secret && (await totpStep(secret, typed, at));
  if (!step || !(await store.signIn.useTotpStep(id, step))) return null;
  return codeWays[way] ?? way;
}

function makeEnrolment(
  parts: StaffSignInParts,
): Pick<StaffSignIn, 'enrolment' | 'confirmEnrolment' | 'beginEnrolment'> {
  const { store, secretKey, tries, now = () => new Date() } = parts;
  const { stepKey, keepStep, finish } = makeGoOn(parts);
  const read = async (step: string, from: FromBrowser) => {
    const half = await store.signIn.readStep({ ...stepKey(step, from), stage: 'enrol' });
    const found = half?.staffId ? await store.signIn.findById(half.staffId) : null;
    return half?.totpSecret && found?.active ? { half, secret: half.totpSecret, found } : null;
  };
  return {
    async enrolment(step, from) {
      const known = await read(step, from);
      return known && { secret: known.secret, login: known.found.login };
    },
    async confirmEnrolment(step, typed, from) {
      const known = await read(step, from);
      if (!known) return { kind: 'stale' };
      const { half, secret, found } = known;
      const keys = tries.codeKeys(found.login, from);
      const { waitUntil } = await store.signIn.takeTry(keys);
      if (waitUntil) return { kind: 'wait', until: waitUntil };
      const proved = await totpStep(secret, typed, now());
      if (proved === null) return { kind: 'wrong' };
      const recoveryCodes = newRecoveryCodes();
      const recoveryHashes = recoveryCodes.map((code) =>
        recoveryHash(secretKey, found.id, plainRecoveryCode(code) ?? code),
      );
      const key = { ...stepKey(step, from), stage: 'enrol' as const };
      if (!(await store.signIn.readStep(key, { take: true }))) return { kind: 'stale' };
      if (!(await store.signIn.keepTotp({ staffId: found.id, secret, step: proved, recoveryHashes })))
        return { kind: 'stale' };
      await store.signIn.forgiveTry(keys, 'all');
      const way = codeWays[half.way ?? 'password'] ?? 'password+code';
      const outcome = await finish(found, { way, returnTo: half.returnTo }, from);
      return outcome.kind === 'signed-in' ? { ...outcome, recoveryCodes } : outcome;
    },
    beginEnrolment: (staffId, way, from) =>
      keepStep(staffId, { way, returnTo: '/console', totpSecret: newTotpSecret() }, from),
  };
}

/** Nonce and verifier follow from the browser's token, so that the store keeps neither. */
function makeProviderStart({
  store,
  secretKey,
}: StaffSignInParts): Pick<StaffSignIn, 'beginProvider' | 'resumeProvider'> {
  const derive = (purpose: string, browser: string) => keyedHash(secretKey, purpose, browser).toString('base64url');
  const secretsOf = (browser: string) => ({
    nonce: derive('staff sign-in nonce', browser),
    verifier: derive('staff sign-in verifier', browser),
  });
  const keyOf = (browser: string, state: string) => ({
    tokenHash: hashOf(state),
    browserHash: hashOf(browser),
    stage: 'oidc' as const,
  });
  return {
    async beginProvider(returnTo) {
      const [browser, state] = [newToken(), newToken()];
      await store.signIn.keepStep({
        ...keyOf(browser, state),
        staffId: null,
        way: null,
        totpSecret: null,
        returnTo,
      });
      return { browser, state, ...secretsOf(browser) };
    },
    async resumeProvider(browser, state) {
      const half = await store.signIn.readStep(keyOf(browser, state), { take: true });
      return half && { returnTo: half.returnTo, ...secretsOf(browser) };
    },
  };
}
