/** The settings of kiosks. A kiosk needs none: devices are registered by `npm run kiosk`. */
import { z } from 'zod';
import { isSafeAddress } from './knowledge/index.ts';

const address = z.string().refine(isSafeAddress, 'an address that begins with https:// (http:// only to this machine)');

/** To be spread into the schema of the settings. */
export const kioskSettings = {
  /** The ward's queue machine over REST, below which `tickets` lies; without it a kiosk draws no numbers. */
  QUEUE_TICKETS_URL: address.optional(),
  /** What it is shown as a bearer token. */
  QUEUE_TICKETS_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{8,512}$/, 'at least 8 signs, no spaces')
    .optional(),
  /**
   * How a dossier is proven at a screen that everybody sees: `one-time-code` by the code that is sent to the phone on
   * file, and not at all where nobody sends codes; `facts` by digits of the identity number and the day of birth where
   * nobody sends codes; `off` never.
   */
  KIOSK_DOSSIERS: z.enum(['one-time-code', 'facts', 'off']).default('one-time-code'),
  /** Without a touch for so long the page asks whether somebody is there, and ten seconds later it forgets him. */
  KIOSK_SILENCE_SECONDS: z.coerce.number().int().min(20).max(100).default(45),
};

/** Read by `queueMachine` of `config.ts` alone: what is left of the settings may be printed. */
export const kioskSecrets = ['QUEUE_TICKETS_KEY'] as const;

type KioskSettings = z.infer<z.ZodObject<typeof kioskSettings>>;

/** A key without an address would be shown to nobody: somebody forgot the address. */
export function refuseHalfKiosk(settings: KioskSettings, context: z.RefinementCtx): void {
  if (settings.QUEUE_TICKETS_KEY === undefined || settings.QUEUE_TICKETS_URL !== undefined) return;
  context.addIssue({
    code: 'custom',
    path: ['QUEUE_TICKETS_URL'],
    message: 'missing, while QUEUE_TICKETS_KEY is there: set both, or unset the key',
  });
}

/** Whether dossiers can be proven at a registered screen. @param sendsCodes whether anybody sends one-time codes. */
export const provesAtKiosk = (
  { KIOSK_DOSSIERS: how }: Pick<KioskSettings, 'KIOSK_DOSSIERS'>,
  sendsCodes: boolean,
): boolean => how === 'facts' || (how === 'one-time-code' && sendsCodes);
