/** What everybody must know first: that the server is away, banners of the office, that the assistant is switched off. */
import { dayOf, fill } from '../texts/texts.ts';
import { Draw } from './icons.tsx';
import { useKiosk } from './kiosk-context.ts';

export function Strips() {
  const { view, texts } = useKiosk();
  const { office, away, savedOn } = view;
  return (
    <section class="strips" aria-label={texts.banner}>
      <div role="status">
        {away ? (
          <p class="strip strip-away">
            <Draw name="cloud" />
            <span>{savedOn ? fill(texts.away, { day: dayOf(savedOn) }) : texts.awayNothing}</span>
          </p>
        ) : null}
      </div>
      {office?.off && !away ? (
        <p class="strip strip-away">
          <Draw name="sos" />
          <span>
            <strong>{texts.off}.</strong> {office.off}
          </span>
        </p>
      ) : null}
      {(office?.banners ?? []).map(({ text, emergency }) => (
        <p
          key={text}
          class={`strip ${emergency ? 'strip-danger' : 'strip-note'}`}
          role={emergency ? 'alert' : undefined}
        >
          <Draw name="sos" />
          <span>
            <strong>{emergency ? texts.bannerEmergency : texts.banner}:</strong> {text}
          </span>
        </p>
      ))}
    </section>
  );
}
