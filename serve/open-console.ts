/** The officers' console over the running parts: sign-in gate, API, and what it tells the chat. */
import type { Router } from 'express';
import {
  createCannedReplies,
  createDossierPanel,
  createOfficerDesk,
  createOfficialSearch,
  createStaffSessions,
  type FollowedSwitches,
  factsOf,
  handOffDefaults,
  openWorkingTimes,
} from '../bot/index.ts';
import type { Store } from '../bot/store/index.ts';
import { consoleRoutes, makeConsoleApi, makeStaffGate } from '../channels/index.ts';
import { type Config, secretKey } from '../config.ts';
import { fullName } from '../knowledge/index.ts';
import type { LiveParts } from './live-parts.ts';
import { openFigures } from './open-figures.ts';

export interface ConsoleSurroundings {
  readonly config: Config;
  readonly store: Store;
  readonly live: LiveParts;
  readonly switches: FollowedSwitches;
  readonly onError: (error: unknown) => void;
  /** Shows the citizen of a conversation that an officer types. */
  readonly showTyping: (conversationId: string, name: string) => void;
}

export interface RunningConsole {
  readonly routes: Router;
  /** What a citizen has typed so far. */
  citizenTypes(conversationId: string, text: string): void;
  close(): void;
}

export function openConsole({
  config,
  store,
  live,
  switches,
  onError,
  showTyping,
}: ConsoleSurroundings): RunningConsole {
  const { speak } = live.parts;
  const provinceOf = (unit: string) => live.parts.places.commune(unit)?.province.code ?? null;
  const serving = () => live.parts;
  const desk = createOfficerDesk({
    store,
    speak,
    engine: () => live.parts.tools.engine,
    roster: { of: (unit) => store.staff.presence.list(unit) },
    times: openWorkingTimes(live.units, live.parts.tools.calendar),
    settings: handOffDefaults,
    provinceOf,
    now: () => new Date(),
  });
  const sessions = createStaffSessions(store.staff, secretKey(config));
  const gate = makeStaffGate({ sessions, publicUrl: config.PUBLIC_URL ?? null });
  const api = makeConsoleApi({
    gate,
    staff: store.staff,
    desk,
    search: createOfficialSearch(serving),
    canned: createCannedReplies({
      shipped: cannedFolder(config),
      local: config.localFolder,
      parts: serving,
      onError,
    }),
    dossiers: createDossierPanel({ database: store.database, speak, nameOf: nameOf(live) }),
    serving: () => ({ provinceOf, unitName: unitName(live) }),
    speak,
    vapidKey: null,
    showTyping,
    onError,
  });
  const counted = openFigures({
    ...{ store, live, switches, gate, unitName: unitName(live), onError },
    onSwitched: api.bannerChanged,
  });
  return {
    routes: consoleRoutes({ api: api.routes, ...counted }),
    citizenTypes: api.citizenTypes,
    close: api.close,
  };
}

const cannedFolder = ({ knowledgeFolder }: Config): string => `${knowledgeFolder}/canned`;

const nameOf =
  ({ library }: LiveParts) =>
  (procedure: string): string | null => {
    const entry = library.find(procedure);
    return entry && factsOf(entry).plainTitle;
  };

const unitName =
  ({ parts: { places } }: LiveParts) =>
  (unit: string): string | null => {
    const commune = unit.length === 2 ? null : places.commune(unit);
    if (commune) return `${fullName(commune)}, ${fullName(commune.province)}`;
    const province = places.province(unit);
    return province ? fullName(province) : null;
  };
