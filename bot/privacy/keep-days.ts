/** How long each class of personal data is kept. docs/privacy.md shows the same table; a test compares the two. */
import type { KeepDays } from '../store/index.ts';

/** In days since the last use of a conversation, the message, the sending, the withdrawal, the end of a sign-in. */
export const keepDays: KeepDays = {
  anonymous: 90,
  signedIn: 365,
  sealedNumbers: 30,
  settledParcels: 30,
  withdrawnConsents: 730,
  contacts: 30,
  modelCalls: 30,
  endedSignIns: 7,
};

/** A wish to erase can be taken back for this long, in ms; the law gives 20 days. */
export const erasureWaitMs = 30 * 60_000;
