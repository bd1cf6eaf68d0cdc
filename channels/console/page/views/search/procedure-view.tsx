/** What staff reads of a procedure, and the citation to copy. */
import { copyText } from '../../../../pages/keep/copy-text.ts';
import { fill, texts } from '../../texts/texts.ts';
import { useConsole } from '../../view/console-context.ts';
import type { Official } from '../../wire/wire-types.ts';
import { BlockView } from '../talk/block-view.tsx';

interface ProcedureViewProps {
  readonly procedure: NonNullable<Official['procedure']>;
  readonly onInsert: ((text: string) => void) | undefined;
}

export function ProcedureView({ procedure, onInsert }: ProcedureViewProps) {
  const { say } = useConsole();
  const copy = async () => say((await copyText(procedure.citation)) ? texts.search.copied : texts.compose.copyFailed);
  return (
    <article class="procedure">
      <h3 class="card-title">{procedure.title}</h3>
      <p class="note">
        {[procedure.code ? fill(texts.search.code, { code: procedure.code }) : null, procedure.field]
          .filter(Boolean)
          .join(', ')}
      </p>
      <p class="card-actions">
        <button type="button" class="button" onClick={() => void copy()}>
          {texts.search.copy}
        </button>
        {onInsert ? (
          <button type="button" class="button" onClick={() => onInsert(procedure.citation)}>
            {texts.search.insert}
          </button>
        ) : null}
        {procedure.url && /^https?:\/\//.test(procedure.url) ? (
          <a class="button" href={procedure.url} target="_blank" rel="noopener noreferrer">
            {texts.search.open}
          </a>
        ) : null}
      </p>
      <blockquote class="citation">{procedure.citation}</blockquote>
      {procedure.sections.map((section) => (
        <section key={section.kind} class={`official official-${section.kind}`}>
          <h4>{section.title}</h4>
          {section.blocks.map((block, index) => (
            <BlockView key={index} block={block} />
          ))}
        </section>
      ))}
    </article>
  );
}
