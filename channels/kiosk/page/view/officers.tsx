/** What an officer writes, as it comes. For the eye alone: it may be private. */
import type { Said } from '../state/exchange.ts';
import { fill, languageOf } from '../texts/texts.ts';
import { useKiosk } from './kiosk-context.ts';

export function Officers({ said }: { readonly said: readonly Said[] }) {
  const { texts } = useKiosk();
  return (
    <div class="officers" role="log" aria-live="polite" aria-label={texts.officer}>
      {said.map(({ key, by, name, text, pictures }) => (
        <article key={key} class={`words words-${by}`}>
          <p class="words-by">
            {by === 'officer' ? (name ? fill(texts.officerName, { name }) : texts.officer) : texts.machine}
          </p>
          <p lang={languageOf(text)}>{text}</p>
          {pictures.map(({ url, alt }) => (
            <img key={url} src={url} alt={alt} />
          ))}
        </article>
      ))}
    </div>
  );
}
