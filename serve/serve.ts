/** A running server: its parts, its doors, and what goes on beside the turns. */
import { ensureBuilt } from '../channels/index.ts';
import { type Config, secretValues } from '../config.ts';
import { endInTime } from './end-in-time.ts';
import { hideSecrets, hidingStream } from './hide-secrets.ts';
import { portsOf } from './listen.ts';
import { lookAtSockets } from './metrics/looks.ts';
import { openAssistant } from './open-assistant.ts';
import { openDoors } from './open-doors.ts';
import { openLog } from './open-log.ts';
import { loadModelClient } from './open-model.ts';
import { openRunning } from './open-running.ts';
import { rehearseTurns } from './rehearse-turns.ts';
import { startBeside } from './start-beside.ts';
import { knowledgeFingerprints, warmUp } from './take-over-knowledge.ts';
import { openServedTracing } from './tracing/open-tracing.ts';
import { fingerprintOf } from './watch-knowledge.ts';
import { welcome } from './welcome.ts';

/** Serves until it is told to stop. @param say to the operator: progress, addresses. */
export async function serve(config: Config, say: (text: string) => void): Promise<void> {
  let bad = () => {};
  const secrets = secretValues();
  const hide = hideSecrets(secrets);
  const log = openLog(config.LOG_LEVEL, { stream: hidingStream(secrets), hide, onBad: () => bad() });
  const onError = (err: unknown) => log.error({ err }, 'request failed');
  const tracing = await openServedTracing(config, log);
  const serving = await fingerprintOf(knowledgeFingerprints(config));
  const running = await openRunning(config, { log, onError, tracing, say });
  const { live, speech, store, watch, zalo, loop } = running;
  bad = watch.tally.error;
  // What would keep a platform waiting for its acknowledgement is done before the doors are open.
  await warmUp(live.parts);
  await rehearseTurns(live.parts);
  await ensureBuilt().catch((err: unknown) =>
    log.error({ err }, 'The chat page was not built: the plain form serves alone'),
  );
  const assistant = openAssistant(running);
  const { app, directLine, officers } = openDoors(running, assistant);
  watch.add(lookAtSockets({ web: directLine.sockets, console: officers.streams }));
  await zalo.wire.rehearse(app);
  const ports = portsOf(app, config);
  const { server } = ports;
  directLine.attach(server, speech.bridge ? [speech.bridge] : []);
  await ports.open().catch((error: unknown) => {
    // With the store open, nothing else would end the program.
    say(error instanceof Error ? error.message : String(error));
    process.exit(1);
  });
  watch.opened();
  say(welcome(config, live.parts, { speech, address: server.address() }));
  loadModelClient(config).catch(onError);
  const beside = startBeside({ ...running, officers }, assistant, serving);
  const stop = () => {
    watch.ending();
    loop.stop();
    directLine.close();
    speech.bridge?.close();
    const ended = Promise.all([officers.close(), beside.stop()]);
    ports.close(
      () =>
        void ended
          .then(store.close)
          .then(tracing.close)
          .finally(() => process.exit(0)),
    );
    endInTime(server, () => process.exit(1));
    // A platform that goes on delivering over its open lines would keep the program from ending.
    setInterval(() => server.closeIdleConnections(), 100).unref();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
}
