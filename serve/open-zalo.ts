/** Opens Zalo as the settings say: its wire, and the product over it. */
import type { Logger } from 'pino';
import type { SpeechMaker, Tracer } from '../bot/index.ts';
import type { Store } from '../bot/store/index.ts';
import { type OpenSpeech, openZalo, openZaloDoor } from '../channels/index.ts';
import { type Config, secretKey, zaloAccounts } from '../config.ts';

export interface ZaloSurroundings {
  readonly store: Store;
  readonly speak: SpeechMaker;
  readonly listen: OpenSpeech['listen'];
  readonly log: Logger;
  readonly onError: (error: unknown) => void;
  readonly tracer: Tracer | null;
  /** Whether the processor has little time left. */
  readonly isBusy: () => boolean;
}

export type ServedZalo = ReturnType<typeof openServedZalo>;

export function openServedZalo(config: Config, surroundings: ZaloSurroundings) {
  const { store, speak, listen, log, onError, tracer, isBusy } = surroundings;
  const zalo = openZalo({ ...zaloAccounts(config), store, log, onError, tracer, isBusy });
  const door = openZaloDoor({
    zalo,
    store,
    speak,
    secretKey: secretKey(config),
    publicUrl: config.PUBLIC_URL ?? null,
    paidMessages: config.ZALO_OA_PAID_MESSAGES === 'yes',
    noticeTemplate: config.ZALO_OA_NOTICE_TEMPLATE ?? null,
    listen,
    messagesPerMinute: config.ZALO_MESSAGES_PER_MINUTE,
    onError,
  });
  return { wire: zalo, door };
}

/** Channels of Zalo that are set up. */
export function zaloChannels(config: Config): readonly string[] {
  const { bot, oa } = zaloAccounts(config);
  return [...(bot ? ['zalo-bot'] : []), ...(oa ? ['zalo-oa'] : [])];
}
