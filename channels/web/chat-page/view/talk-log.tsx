/** What was said, as a log that a screen reader follows. */
import { useEffect, useRef } from 'preact/hooks';
import type { View } from '../../../pages/talk/conversation.ts';
import type { Message } from '../../../pages/talk/messages.ts';
import { clockOf, languageOf } from '../texts/texts.ts';
import { AnswerCard, ChipGroup } from './answer-card.tsx';
import { usePage } from './page-context.ts';

export function TalkLog({ view }: { readonly view: View }) {
  const { texts } = usePage();
  const { messages } = view.talk;
  const log = useRef<HTMLDivElement>(null);
  // Reading begins at the question, not at the end of a long answer. Before the answer there was no room to bring it up.
  useEffect(() => {
    const last = [...(log.current?.querySelectorAll('.mine') ?? [])].at(-1);
    last?.scrollIntoView({ block: 'start', behavior: calm() ? 'auto' : 'smooth' });
  }, [messages.length]);
  return (
    <>
      <h2 class="hidden">{texts.talk}</h2>
      {/* What a reload brings back is not read out; what comes later is. */}
      <div class="log" ref={log} role="log" aria-label={texts.talk} aria-live={view.link === 'idle' ? 'off' : 'polite'}>
        {messages.map((message) => (
          <OneMessage key={message.key} message={message} />
        ))}
      </div>
      <p class="typing" role="status">
        {view.expecting ? (
          <>
            <span class="dots" aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
            {texts.typing}
          </>
        ) : null}
      </p>
    </>
  );
}

function OneMessage({ message }: { readonly message: Message }) {
  const { texts } = usePage();
  switch (message.kind) {
    case 'mine':
      return <Mine message={message} />;
    case 'answer':
      return <AnswerCard answer={message.answer} turnId={message.turnId} />;
    case 'renewed':
      return <p class="divider">{texts.renewed}</p>;
    default:
      return <Said message={message} />;
  }
}

/** Plain words of the machine's, or of an officer, with his name over them. */
function Said({ message }: { readonly message: Extract<Message, { kind: 'said' }> }) {
  const { texts } = usePage();
  const { by, name, text, pictures, options, joined } = message;
  if (joined) return <p class="divider">{text}</p>;
  return (
    <article class={`card card-${by}`} aria-label={by === 'officer' ? texts.officer : texts.machine}>
      {by === 'officer' ? <p class="officer-name">{name ? `${texts.officerName} ${name}` : texts.officer}</p> : null}
      <p class="say" lang={languageOf(text)}>
        {text}
      </p>
      {pictures.map(({ url, alt }) => (
        <img key={url} class="picture" src={url} alt={alt} />
      ))}
      <ChipGroup label={texts.askMore} options={options} />
    </article>
  );
}

function Mine({ message }: { readonly message: Extract<Message, { kind: 'mine' }> }) {
  const { texts, language } = usePage();
  return (
    <div class={`mine mine-${message.state}`}>
      <p class="bubble">
        <span class="hidden">{texts.you}: </span>
        {message.text}
      </p>
      <p class="mine-state">
        {message.state === 'sent' ? (
          <time dateTime={message.at.toISOString()}>{clockOf(message.at, language)}</time>
        ) : (
          texts[message.state]
        )}
      </p>
    </div>
  );
}

const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
