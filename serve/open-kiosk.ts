/** Opens the kiosks over the running parts. */
import type { Router } from 'express';
import type { Logger } from 'pino';
import { factsOf, mostAsked, openChecklistDesk, openCoveredDossiers } from '../bot/index.ts';
import type { Store } from '../bot/store/index.ts';
import {
  callerOf,
  defaultList,
  type KioskParts,
  kioskVisitDoor,
  kioskVoices,
  makeKiosk,
  openRestTickets,
  spokenAtKiosk,
} from '../channels/index.ts';
import { type Config, queueMachine, secretKey } from '../config.ts';
import { provesAtKiosk } from '../kiosk-settings.ts';
import { dayInVietnam, plusDays } from '../knowledge/index.ts';
import type { StoreTies } from './connect-store.ts';
import type { LiveParts } from './live-parts.ts';
import type { ServedSpeech } from './open-speech.ts';

export interface KioskSurroundings {
  readonly store: Store;
  readonly ties: Pick<StoreTies, 'connected' | 'switches' | 'sendsCodes'>;
  readonly live: LiveParts;
  readonly speech: Pick<ServedSpeech, 'listen' | 'voice'>;
  readonly log: Pick<Logger, 'info'>;
  readonly onError: (error: unknown) => void;
}

/** Days that "asked most" looks back, today not among them: a visit of this hour moves nothing. */
const daysBack = 7;
const mostCodes = 12;

export function openKiosk(config: Config, surroundings: KioskSurroundings) {
  const { store, live } = surroundings;
  const publicUrl = config.PUBLIC_URL ?? null;
  return {
    /** What Direct Line has to know of visits. */
    forWire: {
      visits: kioskVisitDoor({ store: store.kiosks, publicUrl }),
      spoken: spokenAtKiosk(live.parts.speak),
    },
    routes: (talk: Pick<KioskParts, 'assistant' | 'transcript' | 'wake'>): Router =>
      makeKiosk({ ...talk, ...partsOf(config, surroundings) }),
  };
}

function partsOf(
  config: Config,
  { store, ties, live, speech, log, onError }: KioskSurroundings,
): Omit<KioskParts, 'assistant' | 'transcript' | 'wake'> {
  const machine = queueMachine(config);
  const { speak } = live.parts;
  return {
    settings: {
      secretKey: secretKey(config),
      publicUrl: config.PUBLIC_URL ?? null,
      silenceSeconds: config.KIOSK_SILENCE_SECONDS,
      visitsPerMinute: config.TOKENS_PER_MINUTE,
      dossiers: provesAtKiosk(config, ties.sendsCodes),
    },
    store: store.kiosks,
    tools: () => live.parts.tools,
    speak,
    dossiers: openCoveredDossiers({ store, speak, tools: () => live.parts.tools }),
    handOffs: ties.connected.handOffs,
    checklists: openChecklistDesk({ store }),
    switches: ties.switches,
    mostAsked: (unit, at) => askedLately(store, live, { unit, at }),
    tickets: machine && openRestTickets(machine),
    voices: kioskVoices(speech, namesOf(live)),
    callerOf: (request) => callerOf(request.socket.remoteAddress, request.get('x-forwarded-for'), config.TRUST_PROXY),
    onCopy: (copy) => log.info(copy, 'offline copy made'),
    onError,
  };
}

function askedLately(
  { database }: Pick<Store, 'database'>,
  live: LiveParts,
  { unit, at }: { readonly unit: string | null; readonly at: Date },
) {
  const today = dayInVietnam(at);
  const days = { from: plusDays(today, -daysBack), to: plusDays(today, -1) };
  return mostAsked(database, { ...days, unit, home: live.units.of(null).code, most: mostCodes });
}

/** What a recogniser should expect. */
const namesOf = ({ library }: LiveParts): readonly string[] =>
  defaultList.flatMap((code) => {
    const entry = library.find(code);
    return entry ? [factsOf(entry).plainTitle] : [];
  });
