/** Large keys for fingers: Vietnamese by Telex or by the keys of marks, codes, figures. Knows nothing of what is typed. */
import { useState } from 'preact/hooks';
import { type Key, type KeyboardKind, layouts } from '../keyboard/layout.ts';
import { typeLetter, typeTelex, typeTone } from '../keyboard/telex.ts';
import { Draw } from './icons.tsx';
import { useKiosk } from './kiosk-context.ts';

interface KeyboardProps {
  readonly kind: KeyboardKind;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly most?: number;
}

const toneSigns = { acute: 'á', grave: 'à', hook: 'ả', tilde: 'ã', dot: 'ạ' } as const;

export function Keyboard({ kind, value, onValue, most = 500 }: KeyboardProps) {
  const { texts, view } = useKiosk();
  const [telex, setTelex] = useState(view.comfort.language === 'vi');
  const type = (next: string) => onValue(next.slice(0, most));
  const press = (key: Key) => {
    if (key.kind === 'tone') type(typeTone(value, key.tone));
    else if (key.kind === 'marked') type(typeLetter(value, key.sign));
    else type(kind === 'question' && telex && /[a-z]/.test(key.sign) ? typeTelex(value, key.sign) : value + key.sign);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: keys are no form section
    <div class={`keys keys-${kind}`} role="group" aria-label={texts.keyboard}>
      {layouts[kind].map((row, index) => (
        <div class={`keys-row ${row[0]?.kind === 'marked' ? 'keys-marks' : ''}`} key={index}>
          {row.map((key) => (
            <KeyButton key={key.kind === 'tone' ? key.name : key.sign} it={key} onPress={() => press(key)} />
          ))}
        </div>
      ))}
      <div class="keys-row keys-last">
        {kind === 'question' ? (
          <>
            <button type="button" class="key key-wide" aria-pressed={telex} onClick={() => setTelex(!telex)}>
              {telex ? texts.telexOn : texts.telexOff}
            </button>
            <button type="button" class="key key-space" onClick={() => type(`${value} `)}>
              {texts.keySpace}
            </button>
          </>
        ) : null}
        <button type="button" class="key key-wide" onClick={() => onValue([...value].slice(0, -1).join(''))}>
          <Draw name="erase" />
          {texts.keyErase}
        </button>
        <button type="button" class="key key-wide" onClick={() => onValue('')}>
          {texts.keyEraseAll}
        </button>
      </div>
    </div>
  );
}

function KeyButton({ it, onPress }: { readonly it: Key; readonly onPress: () => void }) {
  const { texts } = useKiosk();
  if (it.kind === 'tone')
    return (
      <button type="button" class="key key-tone" onClick={onPress}>
        <span aria-hidden="true" class="key-sign">
          {toneSigns[it.name]}
        </span>
        <span class="key-name">{texts.tone[it.name]}</span>
      </button>
    );
  return (
    <button type="button" class={`key key-${it.kind}`} onClick={onPress}>
      {it.sign}
    </button>
  );
}
