/** Always there: a person, hear it again, finish. */
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
      <button
        type="button"
        class="foot-button"
        onClick={() => (isReading ? kiosk.stopReading() : kiosk.read())}
      >
        <Draw name={isReading ? 'stop' : 'sound'} />
        {isReading ? texts.stopReading : texts.again}
      </button>
      <button type="button" class="foot-button foot-done" onClick={() => kiosk.finish()}>
        <Draw name="done" />
        {texts.done}
      </button>
      <p class="foot-said" role="status">
        <ReadingLine />
      </p>
    </footer>
  );
}

function ReadingLine() {
  const { view, texts } = useKiosk();
  if (view.reading === 'unspoken') return <>{texts.nothingToRead}</>;
  if (view.reading === 'private') return <>{texts.notRead}</>;
  return view.reading === 'failed' ? <>{texts.readingFailed}</> : null;
}
