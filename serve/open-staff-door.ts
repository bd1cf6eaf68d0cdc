/** Staff over the running parts: sign-in, their phones, and the job that calls them. */
import { callStaffJob, type PhoneSender } from '../bot/index.ts';
import type { Store } from '../bot/store/index.ts';
import { makeConsoleSignIn, makePushSender, pushHosts } from '../channels/index.ts';
import { type Config, givenVapidKeys, secretKey, staffProviderSettings } from '../config.ts';
import type { LiveParts } from './live-parts.ts';
import { vapidKeys } from './vapid-keys.ts';

export interface StaffDoorParts {
  readonly config: Config;
  readonly store: Store;
  readonly live: LiveParts;
  /** Of channels that staff have linked an account of. */
  readonly senders?: readonly PhoneSender[];
  readonly onError: (error: unknown) => void;
}

/** `stop` resolves when no call is under way any more. */
export function openStaffDoor({ config, store, live, senders = [], onError }: StaffDoorParts) {
  const keys = vapidKeys(config, givenVapidKeys(config));
  const publicUrl = config.PUBLIC_URL ?? null;
  const door = makeConsoleSignIn({
    store: store.staff,
    secretKey: secretKey(config),
    publicUrl,
    officersNeedCode: config.STAFF_OFFICERS_NEED_CODE === 'yes',
    provider: staffProviderSettings(config),
    auditLog: store.auditLog,
    push: { vapidKey: keys.publicKey, hosts: pushHosts },
    speak: live.parts.speak,
    onError,
  });
  const subject = publicUrl?.startsWith('https:') ? publicUrl : 'mailto:hoi-mot-cua@localhost';
  const push = makePushSender({ keys, subject, hosts: pushHosts });
  const job = callStaffJob({ calls: store.staff.calls, senders: [push, ...senders], onError });
  return { ...door, vapidKey: keys.publicKey, stop: job.stop };
}
