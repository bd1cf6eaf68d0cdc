/** Kiosks: what a screen will not be able to do, although the program starts. */
import type { Config } from '../../config.ts';
import type { Finding } from './finding.ts';

export type KioskToCheck = Pick<Config, 'PUBLIC_URL' | 'KIOSK_DOSSIERS'>;

export interface KioskFacts {
  /** Screens that are registered; `null`: not known, there is no store as yet. */
  readonly devices: number | null;
  /** Whether somebody meant to have kiosks: a setting of theirs is set. */
  readonly meant: boolean;
  readonly sendsCodes: boolean;
  /** The queue machine; `null`: none is connected. */
  readonly queue: { readonly key: string | null } | null;
}

/** [] where nobody has a kiosk, or means to. */
export function checkKiosk(
  config: KioskToCheck,
  { devices, meant, sendsCodes, queue }: KioskFacts,
): readonly Finding[] {
  if (!devices && !meant) return [];
  return [
    ...(devices === 0 ? [noDevice] : []),
    ...checkAddress(config.PUBLIC_URL),
    ...checkTickets(queue),
    ...(config.KIOSK_DOSSIERS === 'one-time-code' && !sendsCodes ? [noCodes] : []),
    ...(config.KIOSK_DOSSIERS === 'facts' && !sendsCodes ? [factsInPublic] : []),
  ];
}

const noDevice: Finding = {
  stops: false,
  what: 'Kiosks are set up, and no screen is registered.',
  why: 'Without a device a screen draws no number, has no voice of ours and opens no dossier.',
  how: 'Run npm run kiosk -- add --name "Sảnh tầng 1", and open the address that it prints on the screen.',
};

const noCodes: Finding = {
  stops: false,
  what: 'Nobody sends one-time codes, so kiosks open no dossiers.',
  why: 'They say so, and send people to the counter or to their own phones.',
  how: 'Nothing need be done. KIOSK_DOSSIERS=facts lets people type digits and a birthday on the screen instead; KIOSK_DOSSIERS=off is silent here.',
};

const factsInPublic: Finding = {
  stops: false,
  what: 'KIOSK_DOSSIERS=facts: dossiers are proven by what is typed on a public screen.',
  why: 'Whoever stands behind sees which keys are pressed.',
  how: 'Turn the screen away from the room and put a privacy filter on it, or unset KIOSK_DOSSIERS.',
};

function checkAddress(url: string | undefined): readonly Finding[] {
  const how = 'Put a proxy with a certificate before the program and set PUBLIC_URL=https://…';
  if (url === undefined)
    return [
      {
        stops: false,
        what: 'A kiosk is registered, and PUBLIC_URL is not set.',
        why: 'Lists of papers have no QR code: they are printed, and opened by their code alone.',
        how,
      },
    ];
  if (url.startsWith('https://')) return [];
  return [
    {
      stops: false,
      what: `Kiosks are at ${url}, which is not https.`,
      why: 'On another machine than this one the page keeps no copy for a cut line, and hears and scans nothing.',
      how,
    },
  ];
}

/** An address without a key; a key without an address keeps the program from starting, and is told there. */
const checkTickets = (queue: KioskFacts['queue']): readonly Finding[] =>
  queue?.key !== null
    ? []
    : [
        {
          stops: false,
          what: 'QUEUE_TICKETS_URL is set, and QUEUE_TICKETS_KEY is not.',
          why: 'The queue machine is asked without a key: whoever reaches it draws numbers, and most refuse.',
          how: 'Set QUEUE_TICKETS_KEY to what the machine expects as a bearer token.',
        },
      ];
