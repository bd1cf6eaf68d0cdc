/** Opening a list by the code that the hotline, or this screen, told. */
import { useState } from 'preact/hooks';
import { Field } from './field.tsx';
import { Keyboard } from './keyboard.tsx';
import { useKiosk } from './kiosk-context.ts';

const longest = 12;

export function OpenListScreen() {
  const { kiosk, view, texts } = useKiosk();
  const [code, setCode] = useState('');
  const [trouble, setTrouble] = useState('');
  const open = async () => {
    if (code.trim() === '') return;
    setTrouble('');
    try {
      const list = await kiosk.api.openList(code.trim(), view.comfort.language);
      if (kiosk.store.get().era === view.era) kiosk.list(list);
    } catch (error) {
      setTrouble(kiosk.wordsOf(error) ?? texts.openListNone);
    }
  };
  return (
    <>
      <h2 class="screen-title">{texts.openListTitle}</h2>
      <div class="ask-row">
        <Field
          label={texts.openListField}
          hint={texts.openListHint}
          value={code}
          onValue={(value) => setCode(value.toUpperCase())}
          onEnter={() => void open()}
        />
        <button type="button" class="big strong ask-go" disabled={code.trim() === ''} onClick={() => void open()}>
          {texts.openListGo}
        </button>
      </div>
      <p class="trouble" role="alert">
        {trouble}
      </p>
      <Keyboard kind="code" value={code} onValue={setCode} most={longest} />
    </>
  );
}
