/** Where an answer comes from: the part of the record that was read, its published name, decision, day and address. */
import type { Source } from '../../../../bot/index.ts';
import { dayOf, languageOf } from '../texts/texts.ts';
import { Dialog } from './dialog.tsx';
import { usePage } from './page-context.ts';

interface SourceDrawerProps {
  readonly sources: readonly Source[];
  readonly onClose: () => void;
}

export function SourceDrawer({ sources, onClose }: SourceDrawerProps) {
  const { texts } = usePage();
  return (
    <Dialog title={texts.sourceTitle} kind="drawer" onClose={onClose}>
      {groupByRecord(sources).map((record) => (
        <RecordOrigin key={record[0]?.code ?? record[0]?.title} record={record} />
      ))}
    </Dialog>
  );
}

function groupByRecord(sources: readonly Source[]): (readonly Source[])[] {
  const records = new Map<string, Source[]>();
  for (const source of sources) {
    const name = source.code ?? source.title;
    records.set(name, [...(records.get(name) ?? []), source]);
  }
  return [...records.values()];
}

/** One record, with every part of it that was read. */
function RecordOrigin({ record }: { readonly record: readonly Source[] }) {
  const { texts } = usePage();
  const source = record[0];
  if (!source) return null;
  const fields = [...new Set(record.map(({ section }) => texts.facet[section]))].join(', ');
  const rows: readonly (readonly [string, string])[] = [
    [texts.sourceField, fields],
    [texts.sourceRecord, source.title],
    [texts.sourceCode, source.code ?? texts.unknown],
    [texts.sourceDecision, source.decision ?? texts.unknown],
    [texts.sourceEdition, source.edition],
    [texts.sourceFrom, source.validFrom ? dayOf(source.validFrom) : texts.unknown],
    [texts.sourceChecked, dayOf(source.checkedOn)],
  ];
  return (
    <section class="origin">
      <dl>
        {rows.map(([name, value]) => (
          <div key={name} class="origin-row">
            <dt>{name}</dt>
            <dd lang={languageOf(value)}>{value}</dd>
          </div>
        ))}
      </dl>
      {source.url && /^https?:\/\//.test(source.url) ? (
        <a class="button strong" href={source.url} target="_blank" rel="noopener noreferrer">
          {texts.sourceOpen}
        </a>
      ) : (
        <p class="note">{texts.sourceNoLink}</p>
      )}
    </section>
  );
}
