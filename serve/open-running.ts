/** Puts the parts of a running server together. No door is open yet, and nothing goes on beside the turns. */
import type { Logger } from 'pino';
import { assemble } from '../assemble.ts';
import type { Config } from '../config.ts';
import { connectStore } from './connect-store.ts';
import { feelLoop } from './feel-loop.ts';
import { type LiveParts, livePartsOf } from './live-parts.ts';
import { lookAtModel, lookAtSwitches } from './metrics/looks.ts';
import { countCalls } from './metrics/tally.ts';
import { openConfiguredStore } from './open-configured-store.ts';
import { openEditorial } from './open-editorial.ts';
import { openServedSpeech } from './open-speech.ts';
import { openWatch } from './open-watch.ts';
import { openServedZalo } from './open-zalo.ts';
import type { Running } from './running.ts';

export interface Surroundings {
  readonly log: Logger;
  readonly onError: (error: unknown) => void;
  readonly tracing: Running['tracing'];
  /** To the operator: progress. */
  readonly say?: (text: string) => void;
  /** Where knowledge and its index lie, when that is elsewhere than the settings say: suites share one index. */
  readonly knowledge?: Config;
}

/** Share of the event loop from which deliveries that come in are let before those that are answered. */
const busyFrom = 0.7;

/** @throws {StoreStartError} when the store cannot be used. */
export async function openRunning(config: Config, surroundings: Surroundings): Promise<Running> {
  const { log, onError, tracing, say = () => {}, knowledge = config } = surroundings;
  const kept = await openConfiguredStore(config, say);
  let live: LiveParts | null = null;
  const guides = () => live?.parts.tools.library.guides ?? [];
  const watch = openWatch({ config, store: kept, guides, onError });
  const store = { ...kept, model: countCalls(kept.model, watch.tally) };
  const parts = () => {
    if (!live) throw new Error('The parts that serve were asked for before they were put together');
    return live.parts;
  };
  const ties = await connectStore(config, { store, log, onError, parts });
  live = livePartsOf(await assemble(knowledge, { onProgress: say, connected: ties.connected }));
  ties.switches.locate(placesOf(live));
  watch.add(lookAtModel(ties.connected.model), lookAtSwitches(ties.switches));
  const editorial = openEditorial({ config, store, live, onError });
  const speech = openServedSpeech(config, onError);
  const { speak } = live.parts;
  const loop = feelLoop();
  const zalo = openServedZalo(config, {
    ...{ store, speak, listen: speech.listen, log, onError, tracer: tracing.tracer },
    isBusy: () => loop.share() > busyFrom,
  });
  return { config, store, ties, live, editorial, zalo, speech, log, onError, watch, tracing, loop };
}

/** Which province a commune lies in, and which commune is meant where none is known. */
const placesOf = (live: LiveParts) => ({
  provinceOf: (commune: string) => live.parts.places.commune(commune)?.province.code ?? null,
  get home() {
    return live.units.of(null).code;
  },
});
