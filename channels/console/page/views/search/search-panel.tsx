/** The same search as the citizens', with what only staff needs: legal basis, competence, inner steps, what has changed. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { fill, texts } from '../../texts/texts.ts';
import { useConsole } from '../../view/console-context.ts';
import { SearchIcon } from '../../view/icon.tsx';
import type { Official } from '../../wire/wire-types.ts';
import { BlockView } from '../talk/block-view.tsx';
import { ProcedureView } from './procedure-view.tsx';

interface SearchPanelProps {
  /** Where there is a talk to put the text into. */
  readonly onInsert?: (text: string) => void;
}

export function SearchPanel({ onInsert }: SearchPanelProps) {
  const { caller, fail } = useConsole();
  const [question, setQuestion] = useState('');
  const [found, setFound] = useState<Official | null>(null);
  const [going, setGoing] = useState(false);
  const result = useRef<HTMLDivElement>(null);
  const search = async (code?: string) => {
    if (question.trim() === '') return;
    setGoing(true);
    try {
      const query = new URLSearchParams({ q: question.trim(), ...(code ? { code } : {}) });
      setFound(await caller.get<Official>(`/search?${query}`));
    } catch (error) {
      fail(error);
    } finally {
      setGoing(false);
    }
  };
  useEffect(() => {
    result.current?.scrollIntoView({ block: 'nearest' });
  }, [found]);
  return (
    <div class="search-panel">
      <search>
        <form
          class="search-form"
          onSubmit={(event) => {
            event.preventDefault();
            void search();
          }}
        >
          <label class="field">
            {texts.search.label}
            <input
              type="search"
              value={question}
              maxLength={500}
              placeholder={texts.search.example}
              onInput={(event) => setQuestion(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="button strong" aria-disabled={going}>
            <SearchIcon />
            {texts.search.do}
          </button>
        </form>
      </search>
      <div class="search-result" ref={result} aria-live="polite" aria-busy={going}>
        {found ? <Found found={found} onInsert={onInsert} onOther={(code) => void search(code)} /> : null}
      </div>
    </div>
  );
}

interface FoundProps {
  readonly found: Official;
  readonly onInsert: SearchPanelProps['onInsert'];
  readonly onOther: (code: string) => void;
}

function Found({ found, onInsert, onOther }: FoundProps) {
  return (
    <>
      {found.procedure ? <ProcedureView procedure={found.procedure} onInsert={onInsert} /> : <p>{texts.search.none}</p>}
      <section class="citizen-hears">
        <h3>{texts.search.citizenHears}</h3>
        <div class="card">
          {found.answer.blocks.map((block, index) => (
            <BlockView key={index} block={block} />
          ))}
        </div>
        {onInsert ? (
          <p>
            <button type="button" class="button" onClick={() => onInsert(asText(found.answer.blocks))}>
              {texts.search.insertAnswer}
            </button>
          </p>
        ) : null}
      </section>
      {found.others.length > 0 ? (
        <section>
          <h3>{texts.search.others}</h3>
          <ul class="others">
            {found.others.map(({ code, title }) => (
              <li key={code}>
                <button type="button" class="button" onClick={() => onOther(code)}>
                  {title} {/^\d/.test(code) ? `(${fill(texts.search.code, { code })})` : ''}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

/** Blocks as words that can be sent: a title on a line of its own, a list with dashes. */
const asText = (blocks: Official['answer']['blocks']): string =>
  blocks
    .map(({ text, label, items }) =>
      items ? [...(label ? [`${label}:`] : []), ...items.map((item) => `- ${item}`)].join('\n') : (text ?? ''),
    )
    .join('\n');
