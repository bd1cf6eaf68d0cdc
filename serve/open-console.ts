/** The officers' console over the running parts: sign-in gate, API, and what it tells the chat. */
import type { Router } from 'express';
import {
  createCannedReplies,
  createDossierPanel,
  createHandOffEars,
  createOfficialSearch,
  factsOf,
  type OfficerDesk,
} from '../bot/index.ts';
import type { Store } from '../bot/store/index.ts';
import { consoleRoutes, makeConsoleApi, makeConsoleSignIn } from '../channels/index.ts';
import { type Config, secretKey } from '../config.ts';
import { fullName } from '../knowledge/index.ts';
import type { LiveParts } from './live-parts.ts';

export interface ConsoleSurroundings {
  readonly config: Config;
  readonly store: Store;
  readonly desk: OfficerDesk;
  readonly live: LiveParts;
  readonly onError: (error: unknown) => void;
}

export interface RunningConsole {
  readonly routes: Router;
  close(): void;
}

export function openConsole({ config, store, desk, live, onError }: ConsoleSurroundings): RunningConsole {
  const { speak } = live.parts;
  const provinceOf = (unit: string) => live.parts.places.commune(unit)?.province.code ?? null;
  const serving = () => live.parts;
  const signIn = makeConsoleSignIn({
    store: store.staff,
    secretKey: secretKey(config),
    publicUrl: config.PUBLIC_URL ?? null,
  });
  const { gate } = signIn;
  const api = makeConsoleApi({
    gate,
    staff: store.staff,
    desk,
    ears: createHandOffEars(store),
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
    onError,
  });
  return {
    routes: consoleRoutes({ signIn: signIn.routes, api: api.routes }),
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
