/** Keeps conversations and dossiers, in PostgreSQL alone. Of the other folders it knows the form of a dossier. */

// What the bot needs
export { type AuditEntry, addAudit } from './audit.ts';
export type { AuditFilter, AuditLog, AuditRow } from './audit-log.ts';
// What a command that ends needs
export {
  BackupError,
  type BackupKey,
  type BackupReport,
  backUp,
  type Installation,
  restore,
} from './backup/index.ts';
export type { BeginTurn, BegunTurn, CallClaim, CallStore } from './calls.ts';
export type { ChecklistStore, KeptChecklist } from './checklists.ts';
export type { ConsentPurpose, Consents, NoticePlace } from './consents.ts';
export type { Database, Officer } from './database.ts';
export type { DossierStore, KeepNote, Kept } from './dossiers.ts';
export type { EditorialDrafts, KeptDraft, KeptVersion } from './editorial-drafts.ts';
export type { DraftKind, DraftState } from './editorial-tables.ts';
export { ScopeError, StoreInputError, StoreStartError } from './errors.ts';
export {
  HandOffError,
  type HandOffErrorCode,
  type HandOffStore,
  type OfficersPhone,
  type QueuedHandOff,
  type SayBeside,
  type SeenUtterance,
  type StoredHandOff,
} from './hand-offs.ts';
export type { HeldDraft, HeldStore, HoldRule } from './held-answers.ts';
export type { Challenge, ChannelLink, LiveSession, ProvableDossier, TryKey, TryState } from './identity-store.ts';
export type { DeviceOfKiosk, KioskStore, NewVisit, Visit } from './kiosks.ts';
export type { NoticeStore, WatchedCase, WatchedPage } from './notices.ts';
export type { OpenBecause, OpenQuestion, OpenQuestions } from './open-questions.ts';
// What the composition root needs
export { openStore, type StoreOptions } from './open-store.ts';
export type { Outbox, Parcel, Settlement } from './outbox.ts';
export type { KeepDays, PersonalData, PersonalDataStore } from './personal-data.ts';
export { bindPerson, personKeyOf } from './persons.ts';
export type { HeldDelivery, NewDelivery, PlatformDeliveries } from './platform-deliveries.ts';
export type { KeptTokens, PlatformTokens, TokenPair } from './platform-tokens.ts';
export type { KeptPractice, PracticeTalks } from './practice-talks.ts';
export type { ProvenAccount, ProvenAccounts } from './proven-accounts.ts';
export type { Reach, ReachStore } from './reach.ts';
export type { AnsweredTurn, DrawnItem, SampleItem, SampleMark, Samples } from './samples.ts';
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
export { openThrowAwayStore, type ThrowAwayStore } from './throw-away-store.ts';
// What an operator watches
export type { FigureRow, WatchedFigure, WatchFigures } from './watch-figures.ts';
