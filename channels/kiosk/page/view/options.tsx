/** What may be asked next, a few large buttons at a time. */
import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../../../../bot/index.ts';
import { languageOf } from '../texts/texts.ts';
import { Draw } from './icons.tsx';
import { useKiosk } from './kiosk-context.ts';

/** As many as fit beside any answer with a large type. */
const mostAtOnce = 4;
const mostWhenLarge = 3;

export function Options({ answer }: { readonly answer: Answer | null }) {
  const { kiosk, texts, view } = useKiosk();
  const atOnce = view.comfort.large ? mostWhenLarge : mostAtOnce;
  const [from, setFrom] = useState(0);
  useEffect(() => setFrom(0), [answer]);
  const options = answer?.options ?? [];
  if (!answer || options.length === 0) return null;
  const shown = options.slice(from, from + atOnce);
  return (
    <section class="options" aria-labelledby="options">
      <div class="options-head">
        <h2 id="options">{answer.status === 'clarify' ? texts.choices : texts.askNext}</h2>
        {options.length > atOnce ? (
          <button
            type="button"
            class="big quiet"
            onClick={() => setFrom(from + atOnce < options.length ? from + atOnce : 0)}
          >
            {texts.otherOptions}
            <Draw name="next" />
          </button>
        ) : null}
      </div>
      <ul>
        {shown.map((option) => (
          <li key={option.send}>
            <button
              type="button"
              class="option"
              lang={languageOf(option.text)}
              onClick={() => kiosk.ask(option.send, option.text)}
            >
              <span>{option.text}</span>
              <Draw name="next" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
