/** Always there: a person, hear it again (or back to it, where something else lies over the answer), finish. */
import { exchangeOf } from '../state/exchange.ts';
import type { Reading, Screen } from '../state/kiosk-view.ts';
import type { Texts } from '../texts/texts.ts';
import { Draw } from './icons.tsx';
import { useKiosk } from './kiosk-context.ts';

export function Foot() {
  const { kiosk, view, texts } = useKiosk();
  return (
    <footer class="foot">
      <button type="button" class="foot-button" onClick={() => kiosk.person()}>
        <Draw name="person" />
        {texts.person}
      </button>
      {lieOver.has(view.screen) && exchangeOf(view) ? <Back /> : <Again />}
      <button type="button" class="foot-button foot-done" onClick={() => kiosk.finish()}>
        <Draw name="done" />
        {texts.done}
      </button>
      <p class="foot-said" role="status">
        {saidOf(view.reading, texts)}
      </p>
    </footer>
  );
}

/** Screens that one leaves to where one was. */
const lieOver: ReadonlySet<Screen> = new Set(['ask', 'map', 'ticket', 'list', 'open-list', 'rate', 'emergency']);

function Back() {
  const { kiosk, texts } = useKiosk();
  return (
    <button type="button" class="foot-button" onClick={() => kiosk.back()}>
      <Draw name="back" />
      {texts.back}
    </button>
  );
}

function Again() {
  const { kiosk, view, texts } = useKiosk();
  const isReading = view.reading === 'on';
  return (
    <button type="button" class="foot-button" onClick={() => (isReading ? kiosk.stopReading() : kiosk.read())}>
      <Draw name={isReading ? 'stop' : 'sound'} />
      {isReading ? texts.stopReading : texts.again}
    </button>
  );
}

const saidOf = (reading: Reading, texts: Texts): string =>
  ({ off: '', on: '', unspoken: texts.nothingToRead, private: texts.notRead, failed: texts.readingFailed })[reading];
