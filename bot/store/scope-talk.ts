/**
 * What a scope says to the database over its connection. As whom it works goes with its first statement; statements asked
 * for together (`Promise.all`) go in one round trip, in the order in which they were asked for.
 */
import { AbortedTransactionError, type CompiledQuery, type DatabaseConnection, type QueryResult } from 'kysely';
import type pg from 'pg';
import { ScopeError } from './errors.ts';
import { type Answered, type Statement, sendTogether } from './send-together.ts';
import type { Scoped } from './tables.ts';

export interface Talk {
  readonly connection: DatabaseConnection;
  /** The next statement is the last: the transaction is committed with it. */
  closes(): void;
  /** Told once the transaction is committed, and never otherwise. */
  afterCommit(hint: Hint): void;
  /** Resolves with what is to be told. */
  commit(): Promise<readonly Hint[]>;
  /** `false`: the connection can serve nobody any more. */
  rollback(): Promise<boolean>;
}

/** What other parts and copies of the program may look at anew; it carries ids alone. */
export interface Hint {
  readonly name: string;
  readonly payload: string;
}

export interface TalkOptions {
  /** Sets role and person, for this transaction alone. */
  readonly context: Statement;
  /** There is one statement in it: it needs neither a `begin` nor a `commit`. */
  readonly isSingle: boolean;
}

const begin: Statement = { text: 'begin', values: [] };
const end: Statement = { text: 'commit', values: [] };

/** A statement that was asked for in this turn of the event loop, and goes with the others that were. */
interface Asked extends Statement {
  readonly resolve: (result: QueryResult<unknown>) => void;
  readonly reject: (error: unknown) => void;
}

export function openTalk(client: pg.PoolClient, { context, isSingle }: TalkOptions): Talk {
  let stands: 'not-begun' | 'open' | 'over' = 'not-begun';
  let isClosing = false;
  let asked: Asked[] = [];
  const hints: Hint[] = [];
  const flush = async (): Promise<void> => {
    const going = asked;
    asked = [];
    if (stands === 'over' || (isSingle && going.length > 1)) {
      for (const { reject } of going) reject(tooLate(isSingle));
      return;
    }
    const before = stands === 'open' ? [] : isSingle ? [context] : [begin, context];
    const after = isClosing && !isSingle ? [end] : [];
    stands = isSingle || isClosing ? 'over' : 'open';
    try {
      const answered = await sendTogether(client, [...before, ...going, ...after]);
      for (const [index, { resolve }] of going.entries()) resolve(resultOf(answered[before.length + index]));
    } catch (error) {
      // A commit that was to follow has not been reached.
      if (!isSingle) stands = 'open';
      for (const { reject } of going) reject(error);
    }
  };
  return {
    connection: {
      executeQuery: <Row>({ sql, parameters }: CompiledQuery) =>
        new Promise<QueryResult<Row>>((resolve, reject) => {
          if (asked.length === 0) process.nextTick(flush);
          asked.push({
            text: sql,
            values: parameters,
            resolve: resolve as (result: QueryResult<unknown>) => void,
            reject,
          });
        }),
      async *streamQuery() {
        yield await Promise.reject(new Error('Nothing is streamed from the store'));
      },
    },
    closes() {
      isClosing = true;
    },
    afterCommit: (hint) => void hints.push(hint),
    async commit() {
      if (stands === 'open') {
        stands = 'over';
        const [answered] = await sendTogether(client, [end]);
        // PostgreSQL ends a transaction in which a statement failed by a rollback.
        if (answered?.command === 'ROLLBACK') throw new AbortedTransactionError();
      }
      return hints;
    },
    async rollback() {
      if (stands !== 'open') return true;
      stands = 'over';
      return client.query('rollback').then(
        () => true,
        () => false,
      );
    },
  };
}

const tooLate = (isSingle: boolean) =>
  new ScopeError(
    'ended-handle',
    isSingle
      ? 'A scope of one statement was given a second one. Open it as a transaction.'
      : 'A statement came after the one that was said to be the last of its transaction.',
  );

const changes = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

function resultOf(answered: Answered | undefined): QueryResult<unknown> {
  if (!answered) throw new Error('PostgreSQL answered fewer statements than it was sent');
  const { rows, command, rowCount } = answered;
  return { rows, ...(changes.has(command) ? { numAffectedRows: BigInt(rowCount) } : {}) };
}

const talks = new WeakMap<Scoped, Talk>();

/** @returns the handle, which is known to {@link closing} and {@link afterCommit} from now on. */
export function keepTalk(handle: Scoped, talk: Talk): Scoped {
  talks.set(handle, talk);
  return handle;
}

/**
 * The handle for the last statement of a transaction: its commit goes with it, in one round trip. Nothing may be done with
 * the handle afterwards, and nothing may fail after it in the same scope: what was done would stay done.
 */
export function closing(handle: Scoped): Scoped {
  talks.get(handle)?.closes();
  return handle;
}

/** Tells it when, and only if, the transaction of this handle is committed. A hint: it may be lost with the program. */
export function afterCommit(handle: Scoped, hint: Hint): void {
  talks.get(handle)?.afterCommit(hint);
}
