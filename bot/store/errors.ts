/** What can go wrong with the store, by whose turn it is to act. Messages hold no citizen's words and no secret. */

/** The program cannot start on this store. The message is for the operator and names the next thing to do. */
export class StoreStartError extends Error {
  override readonly name = 'StoreStartError';
  readonly code: StartFault;

  constructor(code: StartFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export type StartFault =
  | 'folder-in-use'
  | 'folder-not-ours'
  | 'other-postgres-version'
  | 'no-postgres-program'
  | 'server-did-not-start'
  | 'unsafe-role'
  | 'schema-not-current'
  | 'unsafe-table'
  | 'bad-key';

/** Our own code used a database handle where it must not. A fault to mend, never to catch. */
export class ScopeError extends Error {
  override readonly name = 'ScopeError';
  readonly code: 'outer-handle' | 'ended-handle';

  constructor(code: 'outer-handle' | 'ended-handle', message: string) {
    super(message);
    this.code = code;
  }
}

/** The caller gave something that cannot be stored or found. Trying again does not help. */
export class StoreInputError extends Error {
  override readonly name = 'StoreInputError';
  readonly code:
    | 'bad-id'
    | 'bad-date'
    | 'bad-json'
    | 'bad-person'
    | 'unknown-conversation'
    | 'conversation-over'
    | 'unknown-turn'
    | 'taken'
    | 'last-admin';

  constructor(code: StoreInputError['code'], message: string) {
    super(message);
    this.code = code;
  }
}
