/**
 * Several statements in one round trip: the extended protocol takes them one after another and answers them together.
 * Without a `begin` among them they are one transaction by themselves; the first that fails keeps the rest from running.
 */
import { createRequire } from 'node:module';
import pg from 'pg';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What became of one of them. */
export interface Answered {
  readonly rows: Record<string, unknown>[];
  /** `SELECT`, `UPDATE`; `ROLLBACK` where a commit could do no more. */
  readonly command: string;
  readonly rowCount: number;
}

interface Field {
  readonly name: string;
  readonly dataTypeID: number;
}
interface Column {
  readonly name: string;
  readonly read: (value: string) => unknown;
}

/** What one connection knows of a text. */
interface Prepared {
  readonly name: string;
  uses: number;
  isKnown: boolean;
  columns: readonly Column[] | null;
}

/** What pg's connection takes; its own types name none of it. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  parse(query: { readonly text: string; readonly name: string }): void;
  bind(config: { readonly statement: string; readonly values: readonly unknown[] }): void;
  describe(what: { readonly type: 'P'; readonly name: string }): void;
  execute(config: object): void;
  sync(): void;
  sendCopyFail(reason: string): void;
}

const { prepareValue } = createRequire(import.meta.url)('pg/lib/utils.js') as {
  readonly prepareValue: (value: unknown) => unknown;
};

/** A text is kept prepared when it comes again; so many on a connection: each takes memory of the server's. */
const mostPrepared = 120;
const usesBefore = 2;

/** A migration changed what a prepared statement gives; somebody between us and the server forgot it. */
const changedPlan = '0A000';
const unknownName = '26000';

const preparedOn = new WeakMap<object, Map<string, Prepared>>();
let lastName = 0;

/** @throws pg's error of the first statement that failed: none of the others has had an effect, unless it had committed. */
export function sendTogether(client: pg.PoolClient, statements: readonly Statement[]): Promise<readonly Answered[]> {
  const known = preparedOn.get(client) ?? new Map<string, Prepared>();
  preparedOn.set(client, known);
  return new Promise((resolve, reject) => {
    client.query(exchange(statements, { known, resolve, reject }));
  });
}

interface Parts {
  readonly known: Map<string, Prepared>;
  readonly resolve: (answered: readonly Answered[]) => void;
  readonly reject: (error: unknown) => void;
}

function exchange(statements: readonly Statement[], { known, resolve, reject }: Parts) {
  const prepared = statements.map(({ text }) => preparedFor(known, text));
  const answered: Answered[] = [];
  let rows: Record<string, unknown>[] = [];
  let described: readonly Column[] | null = null;
  const end = (tag: string) => {
    const own = prepared[answered.length];
    if (own && !own.isKnown) Object.assign(own, { isKnown: true, columns: described ?? [] });
    const [command = '', ...counts] = tag.split(' ');
    answered.push({ rows, command, rowCount: Number(counts.at(-1) ?? 0) });
    [rows, described] = [[], null];
  };
  return {
    /** For whoever counts statements. */
    text: statements.map(({ text }) => text).join('; '),
    submit: (connection: unknown) => send(connection as Wire, statements, prepared),
    handleRowDescription({ fields }: { readonly fields: readonly Field[] }) {
      described = columnsOf(fields);
    },
    handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }) {
      rows.push(rowOf(described ?? prepared[answered.length]?.columns ?? [], fields));
    },
    handleCommandComplete: ({ text }: { readonly text: string }) => end(text),
    handleEmptyQuery: () => end(''),
    handlePortalSuspended() {},
    handleCopyInResponse: (wire: Wire) => wire.sendCopyFail('Nothing is copied here'),
    handleCopyData() {},
    handleError(error: unknown) {
      const code = (error as { readonly code?: unknown } | null)?.code;
      // Whether the server got as far as to learn a new name is not known; an old one may have lost its meaning.
      for (const [index, { text }] of statements.entries())
        if (prepared[index]?.isKnown === false || code === changedPlan || code === unknownName) known.delete(text);
      reject(error);
    },
    handleReadyForQuery: () => resolve(answered),
  };
}

/** Corked: all of it is one packet. @returns an error where a value cannot be written; then nothing was sent. */
function send(wire: Wire, statements: readonly Statement[], prepared: readonly (Prepared | null)[]): unknown {
  let values: readonly (readonly unknown[])[];
  try {
    values = statements.map((statement) => statement.values.map((value) => prepareValue(value)));
  } catch (error) {
    return error;
  }
  const parsed = new Set<Prepared>();
  wire.stream.cork();
  for (const [index, { text }] of statements.entries()) {
    const own = prepared[index] ?? null;
    const statement = own?.name ?? '';
    const isNew = own === null || !(own.isKnown || parsed.has(own));
    if (isNew) wire.parse({ text, name: statement });
    if (own) parsed.add(own);
    wire.bind({ statement, values: values[index] ?? [] });
    if (isNew) wire.describe({ type: 'P', name: '' });
    wire.execute({});
  }
  wire.sync();
  wire.stream.uncork();
  return null;
}

/** `null`: it is sent without a name, and forgotten by the server. */
function preparedFor(known: Map<string, Prepared>, text: string): Prepared | null {
  const before = known.get(text);
  const own = before ?? { name: `s${++lastName}`, uses: 0, isKnown: false, columns: null };
  own.uses += 1;
  if (!before && known.size < mostPrepared * 4) known.set(text, own);
  if (own.isKnown) return own;
  const isWorthIt = own.uses > usesBefore && countKnown(known) < mostPrepared;
  return isWorthIt ? own : null;
}

function countKnown(known: Map<string, Prepared>): number {
  let count = 0;
  for (const { isKnown } of known.values()) if (isKnown) count += 1;
  return count;
}

const columnsOf = (fields: readonly Field[]): readonly Column[] =>
  fields.map(({ name, dataTypeID }) => ({ name, read: pg.types.getTypeParser(dataTypeID, 'text') }));

function rowOf(columns: readonly Column[], values: readonly (string | null)[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [index, { name, read }] of columns.entries()) {
    const value = values[index] ?? null;
    row[name] = value === null ? null : read(value);
  }
  return row;
}
