/** Keeps conversations, in PostgreSQL alone. Depends on no other folder. */

// What the bot needs
export { type AuditEntry, addAudit } from './audit.ts';
export type { Database, Officer } from './database.ts';
export { ScopeError, StoreInputError, StoreStartError } from './errors.ts';
export type { ChannelLink, LiveSession, TryKey, TryState } from './identity-store.ts';
// What the composition root needs
export { openStore, type StoreOptions } from './open-store.ts';
export type { ConversationKey, NewUtterance, OpenConversation, Store, StoredTurn, StoredUtterance } from './store.ts';
