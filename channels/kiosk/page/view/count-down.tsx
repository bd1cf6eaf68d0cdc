/** Is anybody there? Any touch says yes. */
import { useEffect, useRef } from 'preact/hooks';
import { fill } from '../texts/texts.ts';
import { useKiosk } from './kiosk-context.ts';

const round = 2 * Math.PI * 45;

export function CountDown({ left }: { readonly left: number }) {
  const { kiosk, view, texts } = useKiosk();
  const button = useRef<HTMLButtonElement>(null);
  const all = view.office?.silence.warnSeconds ?? 10;
  useEffect(() => button.current?.focus(), []);
  return (
    <div class="over" role="alertdialog" aria-modal="true" aria-labelledby="still" aria-describedby="still-line">
      <div class="over-box">
        <div class="ring" aria-hidden="true">
          <svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">
            <circle class="ring-ground" cx="50" cy="50" r="45" />
            <circle class="ring-left" cx="50" cy="50" r="45" stroke-dasharray={`${(round * left) / all} ${round}`} />
          </svg>
          <span class="ring-number">{left}</span>
        </div>
        <h2 id="still">{texts.stillThere}</h2>
        <p id="still-line">{fill(texts.stillThereLine, { left })}</p>
        <button type="button" class="big strong" ref={button} onClick={() => kiosk.touch()}>
          {texts.stillThereYes}
        </button>
      </div>
    </div>
  );
}
