/** Five faces with their words, from very bad to very good. */
import { useState } from 'preact/hooks';
import { useKiosk } from './kiosk-context.ts';

/** How the mouth goes, 1 to 5. */
const mouths = [
  'M30 74c10-16 30-16 40 0',
  'M32 71c10-8 26-8 36 0',
  'M32 68h36',
  'M32 64c10 10 26 10 36 0',
  'M28 61c8 20 36 20 44 0z',
] as const;

const Face = ({ stars }: { readonly stars: number }) => (
  <svg class={`face face-${stars}`} viewBox="0 0 100 100" aria-hidden="true" focusable="false">
    <circle class="face-ground" cx="50" cy="50" r="46" />
    <circle class="face-eye" cx="35" cy="42" r="5.500" />
    <circle class="face-eye" cx="65" cy="42" r="5.500" />
    <path class="face-mouth" d={mouths[stars - 1] ?? ''} />
  </svg>
);

export function Faces() {
  const { kiosk, texts } = useKiosk();
  const [given, setGiven] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const give = async (stars: number) => {
    setGiven(stars);
    try {
      const visit = kiosk.visit();
      await visit.api.rate(await visit.key(), stars);
      setSaid(texts.rateThanks);
    } catch (error) {
      setSaid(kiosk.wordsOf(error) ?? texts.rateFailed);
    }
  };
  return (
    <section class="rating" aria-labelledby="rate">
      <h2 class="screen-title" id="rate">
        {texts.rateTitle}
      </h2>
      <p class="lead-soft">{texts.rateLine}</p>
      <ul class="faces">
        {([1, 2, 3, 4, 5] as const).map((stars) => (
          <li key={stars}>
            <button type="button" class="face-button" aria-pressed={given === stars} onClick={() => void give(stars)}>
              <Face stars={stars} />
              {texts.faces[stars]}
            </button>
          </li>
        ))}
      </ul>
      <p class="lead" role="status">
        {said}
      </p>
    </section>
  );
}
