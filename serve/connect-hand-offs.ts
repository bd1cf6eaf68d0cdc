/** Ties conversations that need a person to the store, the staff and what serves now. */
import type { Parts } from '../assemble.ts';
import {
  createHandOffDesk,
  createOfficerDesk,
  createPhoneDesk,
  createStaffCaller,
  createTyping,
  type HandOffDesk,
  handOffDefaults,
  type OfficerDesk,
  openWorkingTimes,
  type PhoneDesk,
  rosterOf,
  type Typing,
  type WorkingTimes,
  watchQueue,
} from '../bot/index.ts';
import type { Store } from '../bot/store/index.ts';
import { type Config, secretKey } from '../config.ts';
import { fullName } from '../knowledge/index.ts';

export interface HandOffTies {
  /** For turns. */
  readonly desk: HandOffDesk;
  /** For the console. */
  readonly officers: OfficerDesk;
  /** For the telephone. */
  readonly phone: PhoneDesk;
  /** For the doors. */
  readonly typing: Typing;
  /** One round over the queue. */
  readonly watch: (now: Date) => Promise<unknown>;
}

export interface HandOffSurroundings {
  readonly store: Store;
  /** What serves now: asked for at each use, never before the program serves. */
  readonly parts: () => Parts;
  readonly onError: (error: unknown) => void;
}

export function connectHandOffs(config: Config, { store, parts, onError }: HandOffSurroundings): HandOffTies {
  const times: WorkingTimes = {
    of: (unit, at) => openWorkingTimes(parts().tools.units, parts().tools.calendar).of(unit, at),
  };
  const provinceOf = (unit: string) => parts().places.commune(unit)?.province.code ?? null;
  const unitName = (unit: string) => {
    const commune = parts().places.commune(unit);
    return commune ? fullName(commune) : null;
  };
  const common = {
    store,
    times,
    provinceOf,
    settings: { ...handOffDefaults, replyMinutes: config.REPLY_MINUTES },
    roster: rosterOf(store.staff, provinceOf),
    caller: createStaffCaller({ store: store.staff }),
    speak: ((locale, callsSelf) => parts().speak(locale, callsSelf)) as Parts['speak'],
  };
  const typing = createTyping(store);
  const desk = createHandOffDesk({
    ...common,
    library: () => parts().tools.library,
    units: () => parts().tools.units,
    secretKey: secretKey(config),
    onError,
  });
  return {
    typing,
    desk,
    phone: createPhoneDesk({ ...common, desk }),
    officers: createOfficerDesk({ ...common, typing, unitName, engine: () => parts().tools.engine }),
    watch: (now) => watchQueue(common, now),
  };
}
