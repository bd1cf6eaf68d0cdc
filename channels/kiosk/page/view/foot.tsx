/** Always there: a person, hear it again, finish. */
import type { Reading } from '../state/kiosk-view.ts';
import type { Texts } from '../texts/texts.ts';
import { Draw } from './icons.tsx';
import { useKiosk } from './kiosk-context.ts';

export function Foot() {
  const { kiosk, view, texts } = useKiosk();
  const isReading = view.reading === 'on';
  return (
    <footer class="foot">
      <button type="button" class="foot-button" onClick={() => kiosk.person()}>
        <Draw name="person" />
        {texts.person}
      </button>
      <button type="button" class="foot-button" onClick={() => (isReading ? kiosk.stopReading() : kiosk.read())}>
        <Draw name={isReading ? 'stop' : 'sound'} />
        {isReading ? texts.stopReading : texts.again}
      </button>
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

const saidOf = (reading: Reading, texts: Texts): string =>
  ({ off: '', on: '', unspoken: texts.nothingToRead, private: texts.notRead, failed: texts.readingFailed })[reading];
