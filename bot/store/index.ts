/** Keeps conversations and dossiers, in PostgreSQL alone. Of the other folders it knows the form of a dossier. */

// What the bot needs
export { type AuditEntry, addAudit } from './audit.ts';
export type { AuditFilter, AuditLog, AuditRow } from './audit-log.ts';
export type { ConsentPurpose, Consents, NoticePlace } from './consents.ts';
export type { Database, Officer } from './database.ts';
export type { DossierStore, KeepNote, Kept } from './dossiers.ts';
export { ScopeError, StoreInputError, StoreStartError } from './errors.ts';
export {
  HandOffError,
  type HandOffErrorCode,
  type HandOffStore,
  type QueuedHandOff,
  type SeenUtterance,
  type StoredHandOff,
} from './hand-offs.ts';
export type { Challenge, ChannelLink, LiveSession, ProvableDossier, TryKey, TryState } from './identity-store.ts';
export type { NoticeStore, WatchedCase, WatchedPage } from './notices.ts';
// What the composition root needs
export { openStore, type StoreOptions } from './open-store.ts';
export type { Outbox, Parcel, Settlement } from './outbox.ts';
export type { KeepDays, PersonalData, PersonalDataStore } from './personal-data.ts';
export { bindPerson, personKeyOf } from './persons.ts';
export type {
  CallSettlement,
  ListedSession,
  ListedStaff,
  PushSubscription,
  QueuedCall,
  SignInWay,
  StaffAccess,
  StaffAccount,
  StaffPresence,
  StaffSession,
  StaffStore,
  StaffTryKey,
} from './staff/staff-store.ts';
export type { ConversationKey, NewUtterance, OpenConversation, Store, StoredTurn, StoredUtterance } from './store.ts';
export type { BannerRow, Doer, NewBanner, SwitchOrder, SwitchRow, SwitchStore } from './switches.ts';
// What a command that ends needs
export { openThrowAwayStore, type ThrowAwayStore } from './throw-away-store.ts';
