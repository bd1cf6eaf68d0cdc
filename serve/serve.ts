/** A running server: the store, the parts that answer, the doors, and what goes on beside the turns. */
import type { Logger } from 'pino';
import { assemble } from '../assemble.ts';
import {
  type Assistant,
  createAssistant,
  createTranscript,
  deskHoursOf,
  factsOf,
  startStoreJobs,
  type TurnReport,
} from '../bot/index.ts';
import type { Store } from '../bot/store/index.ts';
import { createWebServer, ensureBuilt, makeDirectLine } from '../channels/index.ts';
import { type Config, secretKey } from '../config.ts';
import { connectStore, type StoreTies } from './connect-store.ts';
import { type LiveParts, livePartsOf } from './live-parts.ts';
import { openConfiguredStore } from './open-configured-store.ts';
import { openConsole, type RunningConsole } from './open-console.ts';
import { type EditorialTies, openEditorial } from './open-editorial.ts';
import { latestOpenData } from './open-figures.ts';
import { openServedHotline } from './open-hotline.ts';
import { openKiosk } from './open-kiosk.ts';
import { openLog } from './open-log.ts';
import { openServedSpeech, type ServedSpeech } from './open-speech.ts';
import { openWatch, type Watch } from './open-watch.ts';
import { openServedZalo, type ServedZalo } from './open-zalo.ts';
import { rehearseTurns } from './rehearse-turns.ts';
import { followKnowledge, knowledgeFingerprints, warmUp } from './take-over-knowledge.ts';
import { fingerprintOf } from './watch-knowledge.ts';
import { welcome } from './welcome.ts';

interface Running {
  readonly config: Config;
  readonly store: Store;
  readonly ties: StoreTies;
  readonly live: LiveParts;
  readonly editorial: EditorialTies;
  readonly zalo: ServedZalo;
  readonly speech: ServedSpeech;
  readonly log: Logger;
  readonly onError: (error: unknown) => void;
  readonly watch: Watch;
}

/** Serves until it is told to stop. @param say to the operator: progress, addresses. */
export async function serve(config: Config, say: (text: string) => void): Promise<void> {
  const log = openLog(config.LOG_LEVEL);
  const onError = (err: unknown) => log.error({ err }, 'request failed');
  const serving = await fingerprintOf(knowledgeFingerprints(config));
  const store = await openConfiguredStore(config, say);
  let live: LiveParts | null = null;
  const parts = () => {
    if (!live) throw new Error('The parts that serve were asked for before they were put together');
    return live.parts;
  };
  const ties = await connectStore(config, { store, log, onError, parts });
  live = livePartsOf(await assemble(config, { onProgress: say, connected: ties.connected }));
  ties.switches.locate(placesOf(live));
  // What would keep a platform waiting for its acknowledgement is done before the doors are open.
  await warmUp(live.parts);
  await rehearseTurns(live.parts);
  await ensureBuilt().catch((err: unknown) =>
    log.error({ err }, 'The chat page was not built: the plain form serves alone'),
  );
  const editorial = openEditorial({ config, store, live, onError });
  const speech = openServedSpeech(config, onError);
  const zalo = openServedZalo(config, { store, speak: live.parts.speak, listen: speech.listen, log, onError });
  const watch = openWatch({ store, guides: () => live?.parts.tools.library.guides ?? [], onError });
  const running: Running = { config, store, ties, live, editorial, zalo, speech, log, onError, watch };
  const assistant = openAssistant(running);
  const { app, directLine, officers } = openDoors(running, assistant);
  await zalo.wire.rehearse(app);
  const server = app.listen(config.PORT, config.HOST, () =>
    say(welcome(config, live.parts, { speech, address: server.address() })),
  );
  directLine.attach(server, speech.bridge ? [speech.bridge] : []);
  const beside = startBeside({ ...running, officers }, assistant, serving);
  const stop = () => {
    watch.ending();
    directLine.close();
    speech.bridge?.close();
    const ended = Promise.all([officers.close(), beside.stop()]);
    server.close(() => void ended.then(store.close).finally(() => process.exit(0)));
    server.closeIdleConnections();
    // A platform that goes on delivering over its open lines would keep the program from ending.
    setInterval(() => server.closeIdleConnections(), 100).unref();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

function openAssistant({ store, ties, live, log, watch }: Running): Assistant {
  const tell = (report: TurnReport) => {
    const { answer, ms, turn, error: err } = report;
    const model = turn.model?.notes.map(({ purpose, outcome }) => `${purpose} ${outcome}`);
    log.info({ status: answer.status, codes: answer.codes, ms: Math.round(ms), model, err }, 'turn');
    watch.turn(report);
  };
  return createAssistant({
    speak: live.parts.speak,
    get steps() {
      return live.parts.steps;
    },
    store,
    switches: ties.connected.switches ?? null,
    onTurn: tell,
  });
}

function openDoors(running: Running, assistant: Assistant) {
  const { config, store, ties, live, editorial, zalo, speech, log, onError, watch } = running;
  const { speak, tools } = live.parts;
  const { signIn } = ties;
  const officers: RunningConsole = openConsole({
    ...{ config, store, live, switches: ties.switches, onError },
    desk: ties.handOffs.officers,
    editorial: editorial.routes,
    samples: editorial.samples,
    suggest: editorial.desk.suggest,
    phones: zalo.door.callStaff ? [zalo.door.callStaff] : [],
  });
  const transcript = createTranscript({ store, speak });
  const kiosk = openKiosk(config, { store, ties, live, speech, log, onError });
  const directLine = makeDirectLine({
    ...kiosk.forWire,
    assistant,
    transcript,
    library: live.library,
    units: live.units,
    calendar: tools.calendar,
    settings: wireSettings(config),
    typing: ties.handOffs.typing,
    signIn,
    onError,
  });
  const hotline = openServedHotline({
    ...{ config, store, live, assistant, listen: speech.listen, onError },
    desk: ties.handOffs.phone,
    sentOn: zalo.door.senders.map(({ channel }) => channel),
    switches: ties.switches,
  });
  const app = createWebServer({
    assistant,
    speak,
    health: watch.health,
    directLine,
    kiosk: kiosk.routes({ assistant, transcript, wake: directLine.wake }),
    webhooks: [zalo.wire.routes, zalo.door.routes, ...hotline, ...(speech.bridge ? [speech.bridge.routes] : [])],
    allowedOrigins: config.ALLOWED_ORIGINS,
    console: officers.routes,
    signIn,
    ownData: {
      personalData: store.personalData,
      ownerOf: async ({ channel, conversationId: externalId }) =>
        (await store.findConversation({ channel, externalId }))?.citizenId ?? null,
    },
    switches: ties.switches,
    openData: config.OPEN_DATA === 'yes' ? () => latestOpenData(store, live) : null,
    signInsPerMinute: config.TOKENS_PER_MINUTE,
    pictureOf: store.handOffs.queue.picture,
    onError,
  });
  app.set('trust proxy', config.TRUST_PROXY);
  return { app, directLine, officers };
}

/** Which province a commune lies in, and which commune is meant where none is known. */
const placesOf = (live: LiveParts) => ({
  provinceOf: (commune: string) => live.parts.places.commune(commune)?.province.code ?? null,
  get home() {
    return live.units.of(null).code;
  },
});

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

/** What goes on beside the turns. `stop` resolves when none of it is under way any more. */
function startBeside(running: Running & { readonly officers: RunningConsole }, assistant: Assistant, serving: string) {
  const { config, store, ties, live, zalo, officers, log, onError } = running;
  const sweep = answerLeftovers(assistant, { isShared: config.DATABASE_URL !== undefined, onError });
  const watch = followKnowledge({ config, live, store, serving, log });
  const following = ties.source?.follow();
  const { wire, door } = zalo;
  const zaloWork = wire.bot || wire.oa ? wire.start(door.handleWith(assistant, officers.linkStaff)) : null;
  const nameOf = (procedure: string) => {
    const entry = live.library.find(procedure);
    return entry && factsOf(entry).plainTitle;
  };
  const editors = running.editorial.start();
  const deskHours = deskHoursOf(live.units, live.parts.tools.calendar);
  const watchQueue = ties.handOffs.watch;
  const { senders } = door;
  const jobs = startStoreJobs({
    store,
    speak: live.parts.speak,
    nameOf,
    deskHours,
    senders,
    makeWay: wire.makeWay,
    watchQueue,
    onError,
  });
  return {
    async stop() {
      clearInterval(sweep);
      watch.stop();
      await Promise.all([following?.stop(), zaloWork?.stop(), jobs.stop(), editors.stop(), ties.switches.stop()]);
    },
  };
}

/** A turn that has no answer after so long, in ms, is in nobody's hands. */
const leftAfter = 20_000;

interface LeftoverOptions {
  /** Other copies of the program may use the store: what came in just now is theirs to answer. */
  readonly isShared: boolean;
  readonly onError: (error: unknown) => void;
}

/** What a killed program left without an answer is answered at the start, and again should the store have failed. */
function answerLeftovers(assistant: Assistant, { isShared, onError }: LeftoverOptions): NodeJS.Timeout {
  const answer = (olderThan: number) => assistant.answerLeftovers(new Date(Date.now() - olderThan)).catch(onError);
  void answer(isShared ? leftAfter : 0);
  return setInterval(() => void answer(leftAfter), 15_000);
}
