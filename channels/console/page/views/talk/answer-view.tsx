/** What the bot said, as the citizen saw it: its blocks, the buttons it offered, the sources it named. */
import { dayOf } from '../../inbox/waiting-words.ts';
import { fill, texts } from '../../texts/texts.ts';
import type { Entry } from '../../wire/wire-types.ts';
import { BlockView } from './block-view.tsx';

type Answer = NonNullable<Entry['answer']>;

export function AnswerView({ answer }: { readonly answer: Answer }) {
  return (
    <div class={`card card-${answer.status}`}>
      {answer.blocks.map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
      {answer.options.length > 0 ? (
        <details class="answer-more">
          <summary>{texts.answer.options}</summary>
          <ul class="answer-options">
            {answer.options.map((option) => (
              <li key={option.send}>{option.text}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {answer.sources.length > 0 ? (
        <details class="answer-more">
          <summary>{fill(texts.answer.sources, { count: answer.sources.length })}</summary>
          <ul class="answer-sources">
            {answer.sources.map((source) => (
              <SourceLine key={`${source.title}${source.section}`} source={source} />
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

function SourceLine({ source }: { readonly source: Answer['sources'][number] }) {
  const { title, url, code, checkedOn } = source;
  return (
    <li>
      {url && /^https?:\/\//.test(url) ? (
        <a href={url} target="_blank" rel="noopener noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
      {code ? ` (${code})` : ''}, {fill(texts.answer.checked, { day: dayOf(checkedOn) })}
    </li>
  );
}
