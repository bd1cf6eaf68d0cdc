/** The composition root: builds everything from the settings and starts the doors. `ask` and `chat` open the terminal door. */
import { pino } from 'pino';
import { assemble, type Parts } from './assemble.ts';
import {
  type Assistant,
  createAssistant,
  createDossierDesk,
  createLinkAccount,
  createProver,
  createSignIn,
  createTranscript,
  importDossiers,
  maskForLog,
  openLineDossiers,
  pipeline,
} from './bot/index.ts';
import type { Store } from './bot/store/index.ts';
import {
  askLines,
  askOnce,
  chat,
  createWebServer,
  ensureBuilt,
  makeDirectLine,
  makeWebSignIn,
} from './channels/index.ts';
import { type Config, readConfig, SettingError, secretKey, signInSettings } from './config.ts';
import { KnowledgeFileError } from './knowledge/index.ts';

const toStderr = (text: string) => void process.stderr.write(`${text}\n`);

async function ask(words: readonly string[], parts: Parts): Promise<void> {
  if (words[0] === '--jsonl') await askEveryLine(parts);
  else if (words.length > 0) await askOnce(words.join(' '), process.stdout, parts);
  else toStderr('npm run ask -- "câu hỏi", or: npm run -s ask -- --jsonl < questions.jsonl');
}

/** A line that brings dossiers opens a store for the run; lines without any need none, and load no driver. */
async function askEveryLine(parts: Parts): Promise<void> {
  const dossiers = openLineDossiers(async () => (await import('./bot/store/index.ts')).openThrowAwayStore());
  try {
    const steps = pipeline({ ...parts.tools, dossiers });
    await askLines(process.stdin, process.stdout, { ...parts, steps, dossiers });
  } finally {
    await dossiers.close();
  }
}

/** `ask` and `chat` need no database: its driver is loaded only here. */
async function openConfiguredStore(config: Config): Promise<Store> {
  const { openStore } = await import('./bot/store/index.ts');
  return openStore({
    dataFolder: config.dataFolder,
    secretKey: secretKey(config),
    log: toStderr,
    ...(config.DATABASE_URL ? { databaseUrl: config.DATABASE_URL } : {}),
    ...(config.DATABASE_OWNER_URL ? { ownerUrl: config.DATABASE_OWNER_URL } : {}),
  });
}

/** `dossiers import FILE [SOURCE]`: says on stderr what was not taken, and why. */
async function keepDossiers([verb, file, source = 'file']: readonly string[], config: Config): Promise<void> {
  if (verb !== 'import' || file === undefined) {
    toStderr(
      'npm run dossiers -- import FILE [SOURCE]: JSON lines, or a .csv with the same names. Stop the server first, or set DATABASE_URL.',
    );
    process.exitCode = 2;
    return;
  }
  const store = await openConfiguredStore(config);
  try {
    const { remarks, lines, added, changed, left } = await importDossiers(store, file, { source });
    for (const remark of remarks) toStderr(remark);
    toStderr(`${lines} lines: ${added} added, ${changed} changed, ${left} left.`);
  } finally {
    await store.close();
  }
}

/** For an admin: how often somebody guessed, and who has to wait. Names nobody; the audit log has each try. */
async function printGuesses(config: Config): Promise<void> {
  const store = await openConfiguredStore(config);
  const figures = await store.tryFigures().finally(() => store.close());
  for (const { kind, counted, tries, waiting, lastAt } of figures)
    process.stdout.write(
      `by ${kind}: ${tries} wrong tries of ${counted}, ${waiting} have to wait, last ${lastAt.toISOString()}\n`,
    );
  if (figures.length === 0) process.stdout.write('No wrong tries in the last week.\n');
}

async function serve(config: Config, parts: Parts): Promise<void> {
  const log = pino({ level: config.LOG_LEVEL, hooks: { logMethod: maskArguments } });
  const store = await openConfiguredStore(config);
  await ensureBuilt().catch((err: unknown) =>
    log.error({ err }, 'The chat page was not built: the plain form serves alone'),
  );
  const onError = (err: unknown) => log.error({ err }, 'request failed');
  const settings = signInSettings(config);
  const own = { store, secretKey: secretKey(config) };
  const accounts = createLinkAccount(own);
  // No province's gateway is connected as yet, so codes are not sent and facts are asked.
  const prover = createProver({ ...own, sender: null, onError });
  const identity = { prover, accounts, signInOpen: settings !== null };
  const assistant = createAssistant({
    ...parts,
    steps: pipeline({ ...parts.tools, dossiers: createDossierDesk({ database: store.database }), identity }),
    store,
    onTurn: (report) =>
      log.info(
        { status: report.answer.status, codes: report.answer.codes, ms: Math.round(report.ms), err: report.error },
        'turn',
      ),
  });
  const signIn = settings && makeWebSignIn({ signIn: createSignIn(own), accounts, settings });
  const directLine = makeDirectLine({
    assistant,
    transcript: createTranscript({ store, speak: parts.speak }),
    library: parts.tools.library,
    desk: parts.tools.desk,
    settings: wireSettings(config),
    signIn,
    onError,
  });
  const { speak } = parts;
  const app = createWebServer({
    assistant,
    speak,
    directLine,
    allowedOrigins: config.ALLOWED_ORIGINS,
    signIn,
    signInsPerMinute: config.TOKENS_PER_MINUTE,
    onError,
  });
  app.set('trust proxy', config.TRUST_PROXY);
  const server = app.listen(config.PORT, config.HOST, () => toStderr(welcome(config, parts, server.address())));
  directLine.attach(server);
  const sweep = answerLeftovers(assistant, onError);
  const stop = () => {
    clearInterval(sweep);
    directLine.close();
    server.close(() => void store.close().finally(() => process.exit(0)));
    server.closeIdleConnections();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

const wireSettings = (config: Config) => ({
  secretKey: secretKey(config),
  directLineSecret: config.DIRECT_LINE_SECRET ?? null,
  allowedOrigins: config.ALLOWED_ORIGINS,
  proxies: config.TRUST_PROXY,
  tokensPerMinute: config.TOKENS_PER_MINUTE,
  messagesPerMinute: config.MESSAGES_PER_MINUTE,
  socketsPerAddress: config.SOCKETS_PER_ADDRESS,
  socketsInAll: config.SOCKETS_IN_ALL,
});

/** What a killed program left without an answer is answered at the start, and again should the store have failed. */
function answerLeftovers(assistant: Assistant, onError: (error: unknown) => void): NodeJS.Timeout {
  const answer = (olderThan: number) => assistant.answerLeftovers(new Date(Date.now() - olderThan)).catch(onError);
  void answer(0);
  return setInterval(() => void answer(20_000), 15_000);
}

/** Identity numbers never reach the log, whoever put them into a message. */
function maskArguments(this: pino.Logger, args: unknown[], method: (...args: unknown[]) => void): void {
  method.apply(
    this,
    args.map((value) => (typeof value === 'string' ? maskForLog(value) : value)),
  );
}

const wireLine = ({ DIRECT_LINE_SECRET, ALLOWED_ORIGINS }: Config) =>
  [
    '  Direct Line: /v3/directline, described at /api/openapi.json.',
    DIRECT_LINE_SECRET ? '' : ' Tokens for other servers: off, set DIRECT_LINE_SECRET.',
    ALLOWED_ORIGINS.length > 0 ? ` Portals: ${ALLOWED_ORIGINS.join(', ')}.` : ' Embedding: off, set ALLOWED_ORIGINS.',
  ].join('');

function welcome(config: Config, { tools }: Parts, address: unknown): string {
  const port = typeof address === 'object' && address !== null && 'port' in address ? address.port : config.PORT;
  return [
    `Hỏi Một Cửa: ${tools.library.guides.length} guides, ${tools.library.entries.length - tools.library.guides.length} cards.`,
    `  Web: http://localhost:${port}`,
    wireLine(config),
    tools.desk
      ? `  Desk: ${tools.desk.name}`
      : `  Desk: not set. Copy deploy/unit.example.yaml to ${config.unitFile} so that answers can name the ward's address and hours.`,
    config.OIDC_ISSUER
      ? `  Sign-in: by ${config.OIDC_ISSUER}, back to ${config.PUBLIC_URL}.`
      : '  Sign-in: off, set OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and PUBLIC_URL.',
    '  Zalo, hotline, console, language model: not part of this version.',
  ].join('\n');
}

async function main([command, ...words]: readonly string[]): Promise<void> {
  const config = readConfig();
  if (command === 'guesses') return printGuesses(config);
  if (command === 'dossiers') return keepDossiers(words, config);
  const parts = await assemble(config, toStderr);
  if (command === 'ask') await ask(words, parts);
  else if (command === 'chat') await chat(process.stdin, process.stdout, parts);
  else await serve(config, parts);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const plain =
    error instanceof KnowledgeFileError || error instanceof SettingError || (error instanceof Error && 'code' in error);
  toStderr(plain && error instanceof Error ? error.message : String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
}
