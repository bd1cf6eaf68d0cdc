/** Opens the store: the program's own PostgreSQL, or one that it is given. */
import { sql } from 'kysely';
import { verifyAudit } from './audit.ts';
import { openAuditLog } from './audit-log.ts';
import { makeCalls } from './calls.ts';
import { catalogueFaults } from './catalogue.ts';
import { makeChallenges } from './challenges.ts';
import { makeChecklists } from './checklists.ts';
import { makeConsents } from './consents.ts';
import { makeConversations } from './conversations.ts';
import { type Address, type Database, openDatabase } from './database.ts';
import { openDeliveryDoor } from './delivery-door.ts';
import { makeDossiers } from './dossiers.ts';
import { makeEditorialDrafts } from './editorial-drafts.ts';
import { StoreStartError } from './errors.ts';
import { makeGrownThreads } from './grown-threads.ts';
import { makeHandOffs } from './hand-offs.ts';
import { makeHeld } from './held-answers.ts';
import { makeKiosks } from './kiosks.ts';
import { makeLinks } from './links.ts';
import { makeLogins } from './logins.ts';
import { migrate, refuseOldSchema } from './migrate.ts';
import { makeModelCalls } from './model-calls.ts';
import { makeNotices } from './notices.ts';
import { makeOpenQuestions } from './open-questions.ts';
import { makeOutbox } from './outbox.ts';
import { lookAtServer } from './outside-server.ts';
import { asOwner, type OwnServer, openOwnServer } from './own-server.ts';
import { makePersonalData } from './personal-data.ts';
import { makePlatformDeliveries } from './platform-deliveries.ts';
import { makePlatformTokens } from './platform-tokens.ts';
import { makePracticeTalks } from './practice-talks.ts';
import { makeProvenAccounts } from './proven-accounts.ts';
import { makeReach } from './reach.ts';
import { ensureRoles, refuseUnsafeRoles, runtimeRole } from './roles.ts';
import { makeSamples } from './samples.ts';
import { makeSealer } from './seal-slots.ts';
import { makeSessions } from './sessions.ts';
import { makeSourceCursors } from './source-cursors.ts';
import { openStaffStore } from './staff/open-staff-store.ts';
import type { Store } from './store.ts';
import { makeSwitches } from './switches.ts';
import type { AnyHandle } from './tables.ts';
import { makeTries } from './tries.ts';
import { makeTurns } from './turns.ts';
import { hearUtterances, signalTyping } from './utterance-signals.ts';
import { makeUtterances } from './utterances.ts';
import { makeWatchFigures } from './watch-figures.ts';

export interface StoreOptions {
  /** Where the program's own server keeps its data; not touched when there is a `databaseUrl`. */
  readonly dataFolder: string;
  readonly databaseUrl?: string;
  /** A login that owns the tables, for migrations. */
  readonly ownerUrl?: string;
  /** 32 bytes that seal identity numbers. */
  readonly secretKey: Buffer;
  /** For a command: when a running copy of the program holds the data folder, its server is used. */
  readonly join?: boolean;
  /** Told of what an operator should know; never of what a citizen said. */
  readonly log?: (text: string) => void;
}

/** @throws {@link StoreStartError} when the store cannot be used, or would not keep citizens apart. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const sealer = makeSealer(options.secretKey);
  const { databaseUrl, log = () => {} } = options;
  const { address, server } = databaseUrl
    ? { address: await prepareOutside({ ...options, databaseUrl }), server: null }
    : await prepareOwn(options).then((server) => ({ address: server.runtime, server }));
  const signals = hearUtterances(address, log);
  const database = openDatabase(address, { log, tell: signals.tell });
  // What is to be acknowledged waits for no connection that turns hold.
  const door = openDeliveryDoor(address, log);
  const close = async (): Promise<void> => {
    await signals.close();
    await Promise.all([database.close(), door.close()]);
    await server?.stop();
  };
  try {
    await refuseUnsafe(database);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    ...makeConversations(database),
    ...makeTurns(database, sealer),
    ...makeUtterances(database),
    ...makeGrownThreads(database),
    outbox: makeOutbox(database),
    deliveries: makePlatformDeliveries({ database, door }, { sealer, secretKey: options.secretKey }),
    platformTokens: makePlatformTokens(database, sealer),
    consents: makeConsents(database),
    notices: makeNotices(database),
    reach: makeReach(database, sealer),
    personalData: makePersonalData(database),
    ...makeSessions(database, sealer),
    ...makeLogins(database),
    ...makeChallenges(database),
    ...makeTries(database),
    ...makeLinks(database),
    provenAccounts: makeProvenAccounts(database),
    database,
    dossiers: makeDossiers(database, options.secretKey),
    handOffs: makeHandOffs(database, sealer),
    held: makeHeld(database),
    calls: makeCalls(database, sealer),
    kiosks: makeKiosks(database),
    checklists: makeChecklists(database),
    sourceCursors: makeSourceCursors(database),
    openQuestions: makeOpenQuestions(database),
    editorialDrafts: makeEditorialDrafts(database),
    samples: makeSamples(database),
    practiceTalks: makePracticeTalks(database),
    switches: makeSwitches(database, signals.onSwitch),
    staff: openStaffStore(database, options.secretKey),
    onUtterance: signals.onUtterance,
    onParcel: signals.onParcel,
    verifyAudit: (notedRow) => verifyAudit(database, notedRow),
    auditLog: openAuditLog(database),
    model: makeModelCalls(database, sealer),
    watch: makeWatchFigures(database),
    onHandOff: signals.onHandOff,
    onTyping: signals.onTyping,
    tellTyping: (signal) => signalTyping(database.outer, signal),
    close,
  };
}

async function prepareOwn(options: StoreOptions): Promise<OwnServer> {
  const server = await openOwnServer(options);
  if (server.joined) return server;
  try {
    await asOwner(server.owner, migrate);
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** With a login that may, the schema is brought up to date; without one it must be. */
async function prepareOutside(options: StoreOptions & { databaseUrl: string }): Promise<Address> {
  const { databaseUrl, ownerUrl = databaseUrl, log = () => {} } = options;
  const login = await asOwner(databaseUrl, lookAtServer);
  if (login.isSuperuser) {
    log(
      `DATABASE_URL logs in as ${login.name}, who may do anything; the program works as ${runtimeRole} all the same. Give it a login of its own.`,
    );
  }
  if (options.ownerUrl || login.mayCreate) {
    await asOwner(ownerUrl, async (owner) => {
      await ensureRoles(owner, login.name);
      await migrate(owner);
    });
  }
  await asOwner(databaseUrl, becomeRuntimeRole);
  return databaseUrl;
}

async function becomeRuntimeRole(handle: AnyHandle): Promise<void> {
  try {
    await sql`set role ${sql.id(runtimeRole)}`.execute(handle);
  } catch (error) {
    throw new StoreStartError(
      'unsafe-role',
      `The login of DATABASE_URL cannot work as ${runtimeRole}, and the program does not work as anybody else. Let an administrator run: grant ${runtimeRole} to that login (making the role first if it is missing, or setting DATABASE_OWNER_URL so that the program makes it).`,
      { cause: error },
    );
  }
  await refuseOldSchema(handle);
}

async function refuseUnsafe({ outer }: Database): Promise<void> {
  await refuseUnsafeRoles(outer);
  const faults = await catalogueFaults(outer);
  if (faults.length === 0) return;
  throw new StoreStartError(
    'unsafe-table',
    `The database would show one citizen's rows to another: ${faults.join('; ')}. Undo what was changed by hand, and start again.`,
  );
}
