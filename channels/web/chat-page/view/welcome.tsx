/** What the page says first: that a machine speaks, what it can be asked, whether the desk is open. */
import { useEffect, useState } from 'preact/hooks';
import { type DeskNow, readDesk } from '../../../pages/wire/desk.ts';
import { fill, languageOf } from '../texts/texts.ts';
import { usePage } from './page-context.ts';
import { SignInLink } from './sign-in-line.tsx';

export function Welcome() {
  const { texts, ask } = usePage();
  return (
    <section class="welcome" aria-labelledby="welcome">
      <p class="opening-line">{texts.opening}</p>
      <SignInLink />
      <h2 id="welcome">{texts.welcome}</h2>
      <p class="chip-label" id="examples">
        {texts.examplesLabel}
      </p>
      <ul class="examples" aria-labelledby="examples">
        {texts.examples.map((text) => (
          <li key={text}>
            <button type="button" class="example" onClick={() => ask(text)}>
              {text}
            </button>
          </li>
        ))}
      </ul>
      <DeskLine />
      <p class="desk emergency-line">{texts.emergency}</p>
    </section>
  );
}

/** Nothing where the ward has not set its desk, or the server does not say. */
function DeskLine() {
  const { texts, wire } = usePage();
  const [desk, setDesk] = useState<DeskNow | null>(null);
  useEffect(() => {
    wire.desk().then(
      (reply) => setDesk(readDesk(reply)),
      () => setDesk(null),
    );
  }, [wire]);
  if (!desk) return null;
  return (
    <p class={`desk ${desk.open ? 'desk-open' : 'desk-closed'}`}>
      <span class="desk-dot" aria-hidden="true" />
      <span>
        <strong>{desk.open ? texts.deskOpen : texts.deskClosed}.</strong>{' '}
        {!desk.open && desk.next ? `${fill(texts.deskNext, { when: desk.next })}. ` : ''}
        {desk.hours ? `${fill(texts.deskHours, { hours: desk.hours })}. ` : ''}
        <span lang={languageOf(desk.name)}>{desk.name}</span>
      </span>
    </p>
  );
}
