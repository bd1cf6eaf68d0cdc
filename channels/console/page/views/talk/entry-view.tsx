/** One thing said. Whose words they are is told by place, colour and by name. */
import { momentWords } from '../../inbox/waiting-words.ts';
import { fill, texts } from '../../texts/texts.ts';
import type { Entry } from '../../wire/wire-types.ts';
import { AnswerView } from './answer-view.tsx';

interface EntryViewProps {
  readonly entry: Entry;
  readonly citizenName: string | null;
  readonly now: Date;
}

export function EntryView({ entry, citizenName, now }: EntryViewProps) {
  if (entry.notice)
    return (
      <p class="said-notice">
        {entry.text} <time dateTime={entry.at}>{momentWords(entry.at, now)}</time>
      </p>
    );
  return (
    <article class={`said said-${entry.speaker}`}>
      <p class="said-by">
        <strong>{speakerOf(entry, citizenName)}</strong> <time dateTime={entry.at}>{momentWords(entry.at, now)}</time>
      </p>
      {entry.answer ? (
        <AnswerView answer={entry.answer} />
      ) : (
        <div class="said-bubble">
          {entry.text ? <p class="said-text">{entry.text}</p> : null}
          {entry.pictures.map(({ url, alt }) => (
            <a key={url} href={url} target="_blank" rel="noopener" class="said-picture">
              <img src={url} alt={alt || texts.talk.pictureAlt} loading="lazy" />
            </a>
          ))}
        </div>
      )}
      <Delivery entry={entry} />
    </article>
  );
}

function speakerOf({ speaker, by }: Entry, citizenName: string | null): string {
  if (speaker === 'citizen') return citizenName ?? texts.talk.citizen;
  return speaker === 'bot' ? texts.talk.bot : fill(texts.talk.officer, { name: by ?? '' }).trim();
}

/** What became of it on its way; nothing where the channel reads it by itself. */
function Delivery({ entry }: Pick<EntryViewProps, 'entry'>) {
  if (!entry.delivery) return null;
  const bad = entry.delivery === 'failed' || entry.delivery === 'ambiguous';
  return <p class={`delivery${bad ? ' delivery-bad' : ''}`}>{texts.delivery[entry.delivery]}</p>;
}
