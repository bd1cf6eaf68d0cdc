/** Asking: by voice with one press, or by the keys. */
import { useEffect, useRef } from 'preact/hooks';
import { level } from '../state/level.ts';
import { Field } from './field.tsx';
import { Draw } from './icons.tsx';
import { Keyboard } from './keyboard.tsx';
import { useKiosk } from './kiosk-context.ts';

export function AskScreen() {
  const { kiosk, view, texts } = useKiosk();
  const ask = () => kiosk.ask(view.draft);
  return (
    <>
      <h2 class="screen-title">{texts.askTitle}</h2>
      <div class="ask-row">
        <Field label={texts.askField} hint={texts.askHint} value={view.draft} onValue={kiosk.draft} onEnter={ask} />
        <button type="button" class="big strong ask-go" disabled={view.draft.trim() === ''} onClick={ask}>
          {texts.ask}
        </button>
      </div>
      <SpeakRow />
      <Keyboard kind="question" value={view.draft} onValue={kiosk.draft} />
    </>
  );
}

function SpeakRow() {
  const { kiosk, view, texts } = useKiosk();
  const isHearing = view.listening === 'hearing';
  return (
    <div class={`speak-row speak-${view.listening}`}>
      <button
        type="button"
        class="speak-button"
        aria-pressed={isHearing}
        disabled={view.listening === 'understanding'}
        onClick={() => (isHearing ? kiosk.stopListening() : kiosk.listen())}
      >
        <Draw name={isHearing ? 'stop' : 'mic'} />
        {isHearing ? texts.listeningEnd : texts.speak}
      </button>
      {isHearing ? <Meter /> : null}
      <p class="speak-said" role="status">
        {saidOf(view.listening, texts)}
        {view.listening === 'off' && view.draft && kiosk.heardByVoice() ? texts.heardCheck : ''}
      </p>
    </div>
  );
}

const saidOf = (
  listening: ReturnType<typeof useKiosk>['view']['listening'],
  texts: ReturnType<typeof useKiosk>['texts'],
): string =>
  ({
    off: '',
    hearing: texts.listening,
    understanding: texts.understanding,
    nothing: texts.heardNothing,
    forbidden: texts.micForbidden,
    failed: texts.micFailed,
  })[listening];

const bars = 12;

/** How loud it is, drawn frame by frame without drawing anything else anew. */
function Meter() {
  const { texts } = useKiosk();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let frame = 0;
    const draw = () => {
      box.current?.querySelectorAll<HTMLElement>('i').forEach((bar, index) => {
        bar.classList.toggle('lit', level.value * bars > index);
      });
      frame = requestAnimationFrame(draw);
    };
    draw();
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <div class="meter" ref={box} role="img" aria-label={texts.level}>
      {Array.from({ length: bars }, (_, index) => (
        <i key={index} />
      ))}
    </div>
  );
}
