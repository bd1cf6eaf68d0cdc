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

export interface Together {
  readonly statements: readonly Statement[];
  /** Index of the one whose rows are wanted. */
  readonly wanted: number;
}

export interface Answered {
  readonly rows: Record<string, unknown>[];
  /** Of the one wanted: `SELECT`, `UPDATE`. */
  readonly command: string;
  readonly rowCount: number;
  /** Of the last one: `COMMIT`, or `ROLLBACK` where a commit could do no more. */
  readonly lastCommand: string;
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
export function sendTogether(client: pg.PoolClient, together: Together): Promise<Answered> {
  const known = preparedOn.get(client) ?? new Map<string, Prepared>();
  preparedOn.set(client, known);
  return new Promise((resolve, reject) => {
    client.query(exchange(together, { known, resolve, reject }));
  });
}

interface Parts {
  readonly known: Map<string, Prepared>;
  readonly resolve: (answered: Answered) => void;
  readonly reject: (error: unknown) => void;
}

function exchange({ statements, wanted }: Together, { known, resolve, reject }: Parts) {
  const prepared = statements.map(({ text }) => preparedFor(known, text));
  const main = prepared[wanted] ?? null;
  const rows: Record<string, unknown>[] = [];
  const tags: string[] = [];
  let columns: readonly Column[] = main?.isKnown ? (main.columns ?? []) : [];
  const fail = (error: unknown) => {
    const code = (error as { readonly code?: unknown } | null)?.code;
    // Whether the server got as far as to learn a new name is not known; an old one may have lost its meaning.
    for (const [index, { text }] of statements.entries())
      if (prepared[index]?.isKnown === false || code === changedPlan || code === unknownName) known.delete(text);
    reject(error);
  };
  return {
    /** For whoever counts statements. */
    text: statements[wanted]?.text ?? '',
    submit(connection: unknown) {
      const wire = connection as Wire;
      let values: readonly (readonly unknown[])[];
      try {
        values = statements.map((statement) => statement.values.map((value) => prepareValue(value)));
      } catch (error) {
        return error;
      }
      wire.stream.cork();
      for (const [index, { text }] of statements.entries()) {
        const own = prepared[index] ?? null;
        const statement = own?.name ?? '';
        if (!own?.isKnown) wire.parse({ text, name: statement });
        wire.bind({ statement, values: values[index] ?? [] });
        if (index === wanted && !own?.isKnown) wire.describe({ type: 'P', name: '' });
        wire.execute({});
      }
      wire.sync();
      wire.stream.uncork();
      return null;
    },
    handleRowDescription({ fields }: { readonly fields: readonly Field[] }) {
      columns = columnsOf(fields);
    },
    handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }) {
      if (tags.length === wanted) rows.push(rowOf(columns, fields));
    },
    handleCommandComplete({ text }: { readonly text: string }) {
      tags.push(text);
    },
    handleEmptyQuery() {
      tags.push('');
    },
    handlePortalSuspended() {},
    handleCopyInResponse: (wire: Wire) => wire.sendCopyFail('Nothing is copied here'),
    handleCopyData() {},
    handleError: fail,
    handleReadyForQuery() {
      for (const own of prepared) if (own) own.isKnown = true;
      if (main) main.columns = columns;
      const [command = '', ...more] = (tags[wanted] ?? '').split(' ');
      resolve({ rows, command, rowCount: Number(more.at(-1) ?? 0), lastCommand: tags.at(-1) ?? '' });
    },
  };
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
