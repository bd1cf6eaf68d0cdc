/** What a running server is made of, for the parts that open and end it. */
import type { Logger } from 'pino';
import type { Store } from '../bot/store/index.ts';
import type { Config } from '../config.ts';
import type { StoreTies } from './connect-store.ts';
import type { LoopFeel } from './feel-loop.ts';
import type { LiveParts } from './live-parts.ts';
import type { EditorialTies } from './open-editorial.ts';
import type { ServedSpeech } from './open-speech.ts';
import type { Watch } from './open-watch.ts';
import type { ServedZalo } from './open-zalo.ts';
import type { ServedTracing } from './tracing/open-tracing.ts';

export interface Running {
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
  readonly loop: LoopFeel;
  readonly tracing: ServedTracing;
}
