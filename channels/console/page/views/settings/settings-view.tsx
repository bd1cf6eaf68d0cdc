/** What is of this browser alone, and the way to one's account. */
import { useEffect, useState } from 'preact/hooks';
import { texts } from '../../texts/texts.ts';
import { useConsole } from '../../view/console-context.ts';
import { KeysSheet } from '../inbox/keys-sheet.tsx';
import { SoundButton } from '../inbox/sound-button.tsx';
import { type PushState, pushState, turnOff, turnOn } from './push.ts';

export function SettingsView() {
  const [keys, setKeys] = useState(false);
  const words = texts.settings;
  return (
    <section class="sheet-page">
      <h1>{words.title}</h1>
      <PushSetting />
      <section class="setting">
        <h2>{words.sound}</h2>
        <p>{words.soundText}</p>
        <SoundButton />
      </section>
      <section class="setting">
        <h2>{words.account}</h2>
        <p>{words.accountText}</p>
        <p>
          <a class="button" href="/console/tai-khoan">
            {words.accountOpen}
          </a>
        </p>
      </section>
      <section class="setting keys-setting">
        <h2>{words.keys}</h2>
        <p>
          <button type="button" class="button" aria-haspopup="dialog" onClick={() => setKeys(true)}>
            {words.keysOpen}
          </button>
        </p>
      </section>
      {keys ? <KeysSheet onClose={() => setKeys(false)} /> : null}
    </section>
  );
}

function PushSetting() {
  const { me, caller, say, fail } = useConsole();
  const [state, setState] = useState<PushState | null>(null);
  const words = texts.settings;
  useEffect(() => {
    pushState().then(setState, () => setState('unable'));
  }, []);
  const turn = async (on: boolean) => {
    try {
      setState(on ? await turnOn(caller, me.vapidKey ?? '') : await turnOff(caller));
      say(on ? words.pushDone : words.pushEnded);
    } catch (error) {
      // A browser that refuses says so by an error of its own.
      if (error instanceof DOMException) setState('unable');
      else fail(error);
    }
  };
  return (
    <section class="setting">
      <h2>{words.push}</h2>
      <p>{words.pushText}</p>
      <p role="status">{me.vapidKey === null ? words.pushNone : wordOf(state)}</p>
      {me.vapidKey !== null && (state === 'on' || state === 'off') ? (
        <p>
          <button
            type="button"
            class={state === 'off' ? 'button strong' : 'button'}
            onClick={() => void turn(state === 'off')}
          >
            {state === 'off' ? words.pushOn : words.pushOff}
          </button>
        </p>
      ) : null}
    </section>
  );
}

function wordOf(state: PushState | null): string {
  if (state === null) return '';
  const words = texts.settings;
  return { on: words.pushIsOn, off: words.pushIsOff, denied: words.pushDenied, unable: words.pushUnable }[state];
}
