/** What runs beside the turns as long as the store is open: notices, the outbox, erasing and retention. */
import { rollUp } from './figures/roll-up.ts';
import type { DeskHours } from './figures/roll-up-hand-offs.ts';
import { makeNotices } from './notices/make-notices.ts';
import { openNoticeDesk } from './notices/notice-desk.ts';
import { type ParcelSender, type SendOptions, sendParcels } from './notices/send-parcels.ts';
import { sendToWeb } from './notices/send-to-web.ts';
import { keepDays } from './privacy/keep-days.ts';
import { openOwnDataDesk } from './privacy/own-data-desk.ts';
import { repeatJob } from './repeat-job.ts';
import type { Store } from './store/index.ts';
import type { SpeechMaker } from './texts/speech.ts';
import type { Tools } from './tools.ts';

export interface StoreJobOptions {
  readonly store: Store;
  readonly speak: SpeechMaker;
  /** How people call a procedure. */
  readonly nameOf: (procedure: string) => string | null;
  /** Of the channels beside the web. */
  readonly senders?: readonly ParcelSender[];
  /** Awaited between parcels, with the ms that one took: what must not wait for them goes first. */
  readonly makeWay?: (tookMs: number) => Promise<void>;
  /** Opening time at the desks, for the figures; without it none are counted. */
  readonly deskHours?: DeskHours;
  /** One round over the queue of hand-offs. */
  readonly watchQueue?: (now: Date) => Promise<unknown>;
  readonly onError: (error: unknown) => void;
  /** Told of each parcel, within its trace. */
  readonly onSettled?: SendOptions['onSettled'];
  readonly tracer?: SendOptions['tracer'];
}

const minute = 60_000;
/** Looks into the outbox so often when nobody says that there is something in it, in ms. */
const roundMs = 3_000;

/** Starts them. Resolves `stop` when none is under way any more. */
export function startStoreJobs(options: StoreJobOptions) {
  const { store, speak, nameOf, senders = [], deskHours, watchQueue, makeWay, onError } = options;
  const speech = speak('vi', null);
  const all = [sendToWeb(store), ...senders];
  const told = { ...(options.onSettled ? { onSettled: options.onSettled } : {}), tracer: options.tracer ?? null };
  const parcels = { outbox: store.outbox, senders: all, now: () => new Date(), lanes: 4, onError, ...told };
  let tidied = Number.NEGATIVE_INFINITY;
  const send = () => {
    const tidies = performance.now() - tidied >= roundMs;
    if (tidies) tidied = performance.now();
    return sendParcels({ ...parcels, tidies, ...(makeWay ? { makeWay } : {}) });
  };
  const sending = repeatJob({ everyMs: roundMs, work: send, onError });
  const channels = new Set(senders.map(({ channel }) => channel));
  const deaf = store.onParcel((channel) => void (channels.has(channel) && sending.wake()));
  const jobs = [
    repeatJob({
      everyMs: minute,
      work: () => makeNotices({ notices: store.notices, speech, nameOf, now: new Date() }),
      onError,
    }),
    sending,
    ...(deskHours
      ? [repeatJob({ everyMs: minute, work: () => rollUp(store.database, deskHours, new Date()), onError })]
      : []),
    ...(watchQueue ? [repeatJob({ everyMs: 2_000, work: () => watchQueue(new Date()), onError })] : []),
    repeatJob({ everyMs: minute, work: () => store.personalData.eraseDue(new Date()), onError }),
    repeatJob({ everyMs: 60 * minute, work: () => store.personalData.sweep(keepDays, new Date()), onError }),
  ];
  return {
    async stop() {
      deaf();
      await Promise.all(jobs.map((job) => job.stop()));
    },
  };
}

/** What turns may do with the store beside their own conversation. @param channels those that have a sender. */
export const storeTools = (
  store: Pick<Store, 'consents' | 'notices' | 'personalData'>,
  { channels, page }: { readonly channels: readonly string[]; readonly page: string | null },
): Pick<Tools, 'notices' | 'ownData'> => ({
  notices: openNoticeDesk({ consents: store.consents, notices: store.notices, channels }),
  ownData: openOwnDataDesk(store.personalData, page),
});
