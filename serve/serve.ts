/** A running server: the store, the parts that answer, the doors, and what goes on beside the turns. */
import { assemble } from '../assemble.ts';
import { ensureBuilt } from '../channels/index.ts';
import type { Config } from '../config.ts';
import { connectStore } from './connect-store.ts';
import { endInTime } from './end-in-time.ts';
import { type LiveParts, livePartsOf } from './live-parts.ts';
import { openAssistant } from './open-assistant.ts';
import { openConfiguredStore } from './open-configured-store.ts';
import { openDoors } from './open-doors.ts';
import { openEditorial } from './open-editorial.ts';
import { openLog } from './open-log.ts';
import { loadModelClient } from './open-model.ts';
import { openServedSpeech } from './open-speech.ts';
import { openWatch } from './open-watch.ts';
import { openServedZalo } from './open-zalo.ts';
import { rehearseTurns } from './rehearse-turns.ts';
import type { Running } from './running.ts';
import { startBeside } from './start-beside.ts';
import { knowledgeFingerprints, warmUp } from './take-over-knowledge.ts';
import { fingerprintOf } from './watch-knowledge.ts';
import { welcome } from './welcome.ts';

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
  const server = app.listen(config.PORT, config.HOST, () => {
    say(welcome(config, live.parts, { speech, address: server.address() }));
    loadModelClient(config).catch(onError);
  });
  directLine.attach(server, speech.bridge ? [speech.bridge] : []);
  const beside = startBeside({ ...running, officers }, assistant, serving);
  const stop = () => {
    watch.ending();
    directLine.close();
    speech.bridge?.close();
    const ended = Promise.all([officers.close(), beside.stop()]);
    server.close(() => void ended.then(store.close).finally(() => process.exit(0)));
    server.closeIdleConnections();
    endInTime(server, () => process.exit(1));
    // A platform that goes on delivering over its open lines would keep the program from ending.
    setInterval(() => server.closeIdleConnections(), 100).unref();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

/** Which province a commune lies in, and which commune is meant where none is known. */
const placesOf = (live: LiveParts) => ({
  provinceOf: (commune: string) => live.parts.places.commune(commune)?.province.code ?? null,
  get home() {
    return live.units.of(null).code;
  },
});
