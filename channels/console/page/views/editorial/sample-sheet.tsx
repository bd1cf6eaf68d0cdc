/** One answer to mark, and the way to the others. */
import { useState } from 'preact/hooks';
import { useConsole } from '../../view/console-context.ts';
import { Choices } from './make-draft.tsx';
import type { Mark, SampleItem } from './wire-types.ts';
import { fill, words } from './words.ts';

interface SampleSheetProps {
  readonly items: readonly SampleItem[];
  readonly onMarked: () => void;
}

export function SampleSheet({ items, onMarked }: SampleSheetProps) {
  const { samples: own } = words;
  const firstOpen = items.findIndex(({ mine, asked }) => mine === null && asked !== null);
  const [at, setAt] = useState(Math.max(0, firstOpen));
  const item = items[at];
  const marked = items.filter(({ mine }) => mine !== null).length;
  if (!item) return null;
  return (
    <article class="editorial-item">
      <h2>{fill(own.number, { number: at + 1, all: items.length })}</h2>
      <p class="note">{fill(own.progress, { marked, all: items.length })}</p>
      <div class="editorial-acts">
        <button type="button" class="button" disabled={at === 0} onClick={() => setAt(at - 1)}>
          {own.previous}
        </button>
        <button type="button" class="button" disabled={at === items.length - 1} onClick={() => setAt(at + 1)}>
          {own.next}
        </button>
      </div>
      {item.asked === null ? (
        <p>{own.gone}</p>
      ) : (
        <>
          <h3>{own.question}</h3>
          <p class="editorial-said">{item.asked}</p>
          <h3>{own.answer}</h3>
          <p class="editorial-said">{item.answer}</p>
          {item.sources.length > 0 ? (
            <p class="note">
              {own.sources}: {item.sources.map(({ title }) => title).join('; ')}
            </p>
          ) : null}
          <MarkForm
            key={item.id}
            item={item}
            onMarked={() => {
              onMarked();
              setAt(Math.min(at + 1, items.length - 1));
            }}
          />
        </>
      )}
    </article>
  );
}

function MarkForm({ item, onMarked }: { readonly item: SampleItem; readonly onMarked: () => void }) {
  const { caller, fail, say } = useConsole();
  const [mark, setMark] = useState<Mark | null>(item.mine);
  const [why, setWhy] = useState(item.mine?.why ?? '');
  const { samples: own } = words;
  const save = async () => {
    if (!mark) return;
    try {
      await caller.put(`/editorial/samples/items/${item.id}/mark`, { ...mark, why });
      say(own.marked);
      onMarked();
    } catch (error) {
      fail(error);
    }
  };
  return (
    <form
      class="editorial-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Choices
        name="verdict"
        legend={own.verdict}
        value={mark?.verdict ?? ''}
        choices={Object.entries(own.verdicts).map(([value, text]) => ({ value, text }))}
        onChoose={(verdict) => setMark({ verdict: verdict as Mark['verdict'], harmful: false, why })}
      />
      {mark?.verdict === 'wrong' ? (
        <label class="editorial-check">
          <input
            type="checkbox"
            checked={mark.harmful}
            onChange={(event) => setMark({ ...mark, harmful: event.currentTarget.checked })}
          />
          {own.harmful}
        </label>
      ) : null}
      <label class="field">
        {own.why}
        <input value={why} maxLength={400} onInput={(event) => setWhy(event.currentTarget.value)} />
      </label>
      <button type="submit" class="button strong" disabled={mark === null}>
        {own.mark}
      </button>
    </form>
  );
}
