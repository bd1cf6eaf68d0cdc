/** The doors that people and platforms come in by: pages, the wire, console, kiosk, hotline, Zalo. Nothing listens yet. */
import { type Assistant, createTranscript } from '../bot/index.ts';
import { createWebServer, makeDirectLine } from '../channels/index.ts';
import { type Config, secretKey } from '../config.ts';
import { openConsole, type RunningConsole } from './open-console.ts';
import { latestOpenData } from './open-figures.ts';
import { openServedHotline } from './open-hotline.ts';
import { openKiosk } from './open-kiosk.ts';
import type { Running } from './running.ts';
import { tellRequest } from './tell-requests.ts';

export function openDoors(running: Running, assistant: Assistant) {
  const { config, store, ties, live, editorial, zalo, speech, log, onError, watch, tracing } = running;
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
    requests: {
      tracer: tracing.tracer,
      trustsParent: config.TRACE_FROM_PROXY === 'yes',
      onEnd: tellRequest(log, watch),
    },
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
    limits: {
      'web-sign-in': config.TOKENS_PER_MINUTE,
      'web-plain': config.MESSAGES_PER_MINUTE,
      'web-pages': config.PAGES_PER_MINUTE,
    },
    pictureOf: store.handOffs.queue.picture,
    onError,
  });
  app.set('trust proxy', config.TRUST_PROXY);
  return { app, directLine, officers };
}

const wireSettings = (config: Config) => ({
  secretKey: secretKey(config),
  directLineSecret: config.DIRECT_LINE_SECRET ?? null,
  allowedOrigins: config.ALLOWED_ORIGINS,
  proxies: config.TRUST_PROXY,
  tokensPerMinute: config.TOKENS_PER_MINUTE,
  messagesPerMinute: config.MESSAGES_PER_MINUTE,
  readsPerMinute: config.READS_PER_MINUTE,
  socketsPerAddress: config.SOCKETS_PER_ADDRESS,
  socketsInAll: config.SOCKETS_IN_ALL,
});
