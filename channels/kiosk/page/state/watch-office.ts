/** Looks every while what the office says, and so whether the server is there at all. */
import type { Later } from '../../../pages/wire/stream.ts';
import type { Office } from '../../api/schemas.ts';

export interface OfficeWatch {
  /** Somebody has a reason to believe that it changed. */
  look(): void;
  stop(): void;
}

export interface OfficeWatchParts {
  readonly office: () => Promise<Office>;
  readonly later: Later;
  readonly onOffice: (office: Office) => void;
  readonly onAway: () => void;
}

const everyMs = 30_000;
const whileAwayMs = 5_000;
/** One lost packet is no lost server. */
const secondTryMs = 1_000;

export function watchOffice({ office, later, onOffice, onAway }: OfficeWatchParts): OfficeWatch {
  let cancel: (() => void) | null = null;
  let failures = 0;
  let looking = false;
  let stopped = false;
  const look = async () => {
    if (looking || stopped) return;
    looking = true;
    cancel?.();
    try {
      const found = await office();
      failures = 0;
      if (!stopped) onOffice(found);
    } catch {
      failures += 1;
      if (failures >= 2 && !stopped) onAway();
    } finally {
      looking = false;
    }
    if (!stopped)
      cancel = later(() => void look(), failures === 0 ? everyMs : failures === 1 ? secondTryMs : whileAwayMs);
  };
  void look();
  return {
    look: () => void look(),
    stop() {
      stopped = true;
      cancel?.();
    },
  };
}
