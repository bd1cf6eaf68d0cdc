/** The audit log, newest first, to be looked through by day, by deed and by person. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { auditSchema } from '../../../staff/schemas.ts';
import { momentWords } from '../../inbox/waiting-words.ts';
import auditTexts from '../../texts/audit.json' with { type: 'json' };
import { fill, texts } from '../../texts/texts.ts';
import { useConsole } from '../../view/console-context.ts';
import { useNow } from '../../view/use-now.ts';
import { actorWords, deedChoices, deedWords, detailLines, objectWords } from './audit-words.ts';

type Page = ReturnType<typeof auditSchema.parse>;
type Row = Page['rows'][number];

interface Filter {
  readonly from: string;
  readonly to: string;
  readonly action: string;
}

const everything: Filter = { from: '', to: '', action: '' };

export function AuditView() {
  const { caller, fail } = useConsole();
  const [filter, setFilter] = useState(everything);
  const [rows, setRows] = useState<readonly Row[] | null>(null);
  const [next, setNext] = useState<number | null>(null);
  const read = useCallback(
    async (asked: Filter, before: number | null) => {
      try {
        const given = Object.entries({ ...asked, before: before === null ? '' : String(before) });
        const query = new URLSearchParams(given.filter(([, value]) => value !== ''));
        const page = await caller.get<Page>(`/audit?${query}`);
        setRows((known) => (before === null ? page.rows : [...(known ?? []), ...page.rows]));
        setNext(page.next);
      } catch (error) {
        fail(error);
      }
    },
    [caller, fail],
  );
  useEffect(() => void read(everything, null), [read]);
  return (
    <section class="sheet-page">
      <h1>{texts.audit.title}</h1>
      <p class="note">{texts.audit.intro}</p>
      <AuditFilter filter={filter} onFilter={setFilter} onFind={() => void read(filter, null)} />
      <ol class="rows" aria-label={texts.audit.list}>
        {rows?.map((row) => (
          <AuditRow key={row.seq} row={row} />
        ))}
      </ol>
      {rows?.length === 0 ? <p role="status">{texts.audit.none}</p> : null}
      {next === null ? null : (
        <p>
          <button type="button" class="button" onClick={() => void read(filter, next)}>
            {texts.audit.more}
          </button>
        </p>
      )}
    </section>
  );
}

interface AuditFilterProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly onFind: () => void;
}

function AuditFilter({ filter, onFilter, onFind }: AuditFilterProps) {
  const day = (name: 'from' | 'to') => (
    <label class="field">
      {texts.audit[name]}
      <input
        type="date"
        value={filter[name]}
        onInput={(event) => onFilter({ ...filter, [name]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <form
      class="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        onFind();
      }}
    >
      {day('from')}
      {day('to')}
      <label class="field">
        {texts.audit.action}
        <select value={filter.action} onChange={(event) => onFilter({ ...filter, action: event.currentTarget.value })}>
          <option value="">{auditTexts.any}</option>
          {deedChoices.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="button strong">
        {texts.audit.find}
      </button>
    </form>
  );
}

function AuditRow({ row }: { readonly row: Row }) {
  const now = useNow();
  return (
    <li class="row">
      <div class="row-text">
        <strong>{deedWords(row.action)}</strong>{' '}
        <span class="note">{row.objectName ?? objectWords(row.object, deedWords(row.action))}</span>
        <span class="row-line">
          {actorWords(row.actor, row.actorName)}, <time dateTime={row.at}>{momentWords(row.at, now)}</time>
        </span>
        <span class="row-line note">
          {detailLines(row.detail)
            .map(({ name, value }) => `${name}: ${value}`)
            .join('; ')}
        </span>
        <Whole row={row} />
      </div>
      <span class="note">{fill(texts.audit.row, { seq: row.seq })}</span>
    </li>
  );
}

/** As the export and the check of the chain have it. */
function Whole({ row: { action, actor, object, detail, hash } }: { readonly row: Row }) {
  return (
    <details class="answer-more">
      <summary>{auditTexts.whole}</summary>
      <pre class="audit-detail">{JSON.stringify({ action, actor, object, detail, hash }, null, 2)}</pre>
    </details>
  );
}
