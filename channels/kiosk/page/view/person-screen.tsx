/** On the way to a person: the code, the place in the line, the counter; and what he writes, as it comes. */
import { useEffect, useState } from 'preact/hooks';
import { exchangeOf } from '../state/exchange.ts';
import { fill } from '../texts/texts.ts';
import { Faces } from './faces.tsx';
import { Field } from './field.tsx';
import { Draw } from './icons.tsx';
import { Keyboard } from './keyboard.tsx';
import { useKiosk } from './kiosk-context.ts';
import { Officers } from './officers.tsx';
import { Options } from './options.tsx';
import { Plain } from './plain.tsx';

const lookEveryMs = 4_000;

export function PersonScreen() {
  const { kiosk, view, texts } = useKiosk();
  const [writing, setWriting] = useState(false);
  const answers = view.talk?.talk.messages.length ?? 0;
  useEffect(() => {
    if (view.away) return;
    void kiosk.look();
    const timer = setInterval(() => void kiosk.look(), lookEveryMs);
    return () => clearInterval(timer);
  }, [kiosk, answers, view.away]);
  if (view.away) return <p class="lead">{texts.awayPeople}</p>;
  const exchange = exchangeOf(view);
  const said = (view.talk?.talk.messages ?? []).flatMap((one) => (one.kind === 'said' ? [one] : [])).slice(-4);
  return (
    <>
      <h2 class="screen-title">{texts.personTitle}</h2>
      <Place />
      {exchange?.answer && said.length === 0 ? (
        <div class="card card-small">
          <Plain blocks={exchange.answer.blocks} />
        </div>
      ) : null}
      <Officers said={said} />
      {exchange?.answer?.asks === 'rating' ? (
        <Faces />
      ) : (
        <Options answer={said.length === 0 ? (exchange?.answer ?? null) : null} />
      )}
      {writing && exchange?.answer?.asks !== 'rating' ? (
        <Write />
      ) : (
        <div class="person-ways">
          <button type="button" class="big" onClick={() => setWriting(true)}>
            <Draw name="keyboard" />
            {texts.write}
          </button>
          <button type="button" class="big" onClick={() => kiosk.show('ask')}>
            <Draw name="mic" />
            {texts.askMore}
          </button>
        </div>
      )}
    </>
  );
}

function Place() {
  const { kiosk, view, texts } = useKiosk();
  const handOff = view.visit?.handOff;
  if (!handOff) {
    const answered = exchangeOf(view)?.answer;
    return (
      <p class="lead" role="status">
        {answered ? '' : texts.personAsking}
      </p>
    );
  }
  const { code, state, position, counter } = handOff;
  return (
    <section class="place" role="status">
      <div class="place-code">
        <p class="code-title">{texts.personCode}</p>
        <p class="code-sign">{code}</p>
        <p class="code-line">{texts.personCodeLine}</p>
      </div>
      <div class="place-words">
        <p class="lead">
          {state === 'owned'
            ? texts.personComing
            : state === 'call-back'
              ? texts.personCallBack
              : position === null
                ? ''
                : fill(texts.personPlace, { position })}
        </p>
        {counter ? (
          <>
            <p class="place-go">{fill(texts.personGo, { counter: counter.name })}</p>
            <button type="button" class="big" onClick={() => kiosk.map(counter.id)}>
              <Draw name="map" />
              {texts.showOnMap}
            </button>
          </>
        ) : null}
      </div>
    </section>
  );
}

function Write() {
  const { kiosk, texts } = useKiosk();
  const [text, setText] = useState('');
  const send = () => {
    if (text.trim() === '') return;
    kiosk.say(text.trim());
    setText('');
  };
  return (
    <div class="write">
      <div class="ask-row">
        <Field label={texts.write} hint="" value={text} onValue={setText} onEnter={send} />
        <button type="button" class="big strong ask-go" disabled={text.trim() === ''} onClick={send}>
          {texts.send}
        </button>
      </div>
      <Keyboard kind="question" value={text} onValue={setText} />
    </div>
  );
}
