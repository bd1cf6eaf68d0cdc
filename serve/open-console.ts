/** The officers' console over the running parts: sign-in gate, API, and what it tells the chat. */
import type { Router } from 'express';
import {
  answerPhoneCode,
  createCannedReplies,
  createDossierPanel,
  createHandOffEars,
  createOfficialSearch,
  type EditorialDesk,
  type FollowedSwitches,
  factsOf,
  type OfficerDesk,
  type PhoneSender,
  type SampleDesk,
} from '../bot/index.ts';
import type { Store } from '../bot/store/index.ts';
import { consolePageRoutes, consoleRoutes, makeConsoleApi, type StaffGate } from '../channels/index.ts';
import type { Config } from '../config.ts';
import { fullName } from '../knowledge/index.ts';
import type { LiveParts } from './live-parts.ts';
import { openCopilot } from './open-copilot.ts';
import { openFigures } from './open-figures.ts';
import { openHeld } from './open-held.ts';
import { openStaffDoor } from './open-staff-door.ts';

export interface ConsoleSurroundings {
  readonly config: Config;
  readonly store: Store;
  readonly desk: OfficerDesk;
  readonly live: LiveParts;
  readonly switches: FollowedSwitches;
  readonly onError: (error: unknown) => void;
  /** The weekly sample, for the figures. */
  readonly samples: Pick<SampleDesk, 'report'>;
  /** Takes what an officer answered as a draft for the editors. */
  readonly suggest: EditorialDesk['suggest'];
  /** The editors' part of the API. */
  readonly editorial: (gate: StaffGate) => Router;
  /** Of channels that staff have linked an account of. */
  readonly phones?: readonly PhoneSender[];
}

export interface RunningConsole {
  readonly routes: Router;
  /** For a channel that staff may be called on: what to say to their code; `null`: it is none. */
  linkStaff(account: { readonly channel: string; readonly account: string }, text: string): Promise<string | null>;
  /** How many live streams are open. */
  streams(): number;
  close(): Promise<void>;
}

export function openConsole(surroundings: ConsoleSurroundings): RunningConsole {
  const { config, store, desk, live, switches, onError, editorial, samples, suggest, phones = [] } = surroundings;
  const { speak } = live.parts;
  const provinceOf = (unit: string) => live.parts.places.commune(unit)?.province.code ?? null;
  const serving = () => live.parts;
  const staff = openStaffDoor({ config, store, live, senders: phones, onError });
  const { gate } = staff;
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
    copilot: openCopilot({ config, store, live, desk, switches, onError }),
    dossiers: createDossierPanel({ database: store.database, speak, nameOf: nameOf(live) }),
    serving: () => ({ provinceOf, unitName: unitName(live) }),
    speak,
    vapidKey: staff.vapidKey,
    onError,
  });
  const counted = openFigures({
    ...{ store, samples, live, switches, gate, unitName: unitName(live), onError },
    onSwitched: api.bannerChanged,
  });
  const held = openHeld({ config, store, live, gate, unitName: unitName(live), suggest, onError });
  const page = consolePageRoutes({ isSignedIn: async (request) => (await gate.staffOf(request)) !== null });
  return {
    routes: consoleRoutes({
      signIn: staff.routes,
      api: api.routes,
      ...counted,
      held,
      page,
      editorial: editorial(gate),
    }),
    linkStaff: (account, text) => answerPhoneCode({ own: staff.own, speech: speak('vi', null) }, account, text),
    streams: api.streams,
    async close() {
      api.close();
      await staff.stop();
    },
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
