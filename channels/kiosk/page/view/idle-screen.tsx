/** Nobody is here: whose office it is, whether it is open, that one may ask, and what others ask. */
import { fill } from '../texts/texts.ts';
import { Drum } from './drum.tsx';
import { Draw, type DrawingName } from './icons.tsx';
import { useKiosk } from './kiosk-context.ts';

/** As many as one takes in at a glance. */
const mostShown = 6;

export function IdleScreen() {
  const { kiosk, texts } = useKiosk();
  return (
    <>
      <section class="hero" aria-labelledby="hello">
        <Drum />
        <div class="hero-words">
          <OpenNow />
          <h2 id="hello">{texts.greeting}</h2>
          <p class="hero-who">{texts.who}</p>
        </div>
        <button type="button" class="invite" onClick={() => kiosk.show('ask')}>
          <span class="invite-mic">
            <Draw name="mic" />
          </span>
          <span class="invite-words">
            <span class="invite-main">{texts.touch}</span>
            <span class="invite-line">{texts.touchSpeak}</span>
          </span>
        </button>
        <p class="hero-kept">{texts.kept}</p>
      </section>
      <MostAsked />
      <Tiles />
    </>
  );
}

function OpenNow() {
  const { view, texts } = useKiosk();
  const hours = view.office?.hours;
  if (!hours || hours.open === null) return null;
  return (
    <p class={`open-now ${hours.open ? 'is-open' : 'is-closed'}`}>
      <span class="open-dot" aria-hidden="true" />
      <span>
        <strong>{hours.open ? texts.open : texts.closed}</strong>
        {hours.today === null
          ? ''
          : ` · ${hours.today === '' ? texts.closedToday : fill(texts.hoursToday, { hours: hours.today })}`}
        {!hours.open && hours.opensNext ? ` · ${fill(texts.opensNext, { when: hours.opensNext })}` : ''}
        {hours.note ? ` · ${hours.note}` : ''}
      </span>
    </p>
  );
}

function MostAsked() {
  const { kiosk, view, texts } = useKiosk();
  const { mostAsked = [], mostAskedFrom } = view.office ?? {};
  if (mostAsked.length === 0) return null;
  return (
    <section class="most" aria-labelledby="most">
      <h2 id="most">{mostAskedFrom === 'week' ? texts.mostAskedWeek : texts.mostAsked}</h2>
      <ul class="most-list">
        {mostAsked.slice(0, mostShown).map(({ title, send }) => (
          <li key={send}>
            <button type="button" class="most-button" lang="vi" onClick={() => kiosk.ask(send, title)}>
              <span>{title}</span>
              <Draw name="next" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface TileProps {
  readonly name: DrawingName;
  readonly title: string;
  readonly line: string;
  readonly onPress: () => void;
}

const Tile = ({ name, title, line, onPress }: TileProps) => (
  <li>
    <button type="button" class="tile" onClick={onPress}>
      <span class="tile-icon">
        <Draw name={name} />
      </span>
      <span class="tile-title">{title}</span>
      <span class="tile-line">{line}</span>
    </button>
  </li>
);

/** What needs the server is not there while it is away. */
function Tiles() {
  const { kiosk, view, texts } = useKiosk();
  const has = view.away ? null : view.office?.has;
  return (
    <section class="tiles" aria-label={texts.tiles}>
      <ul class="tiles-list">
        <Tile name="map" title={texts.map} line={texts.mapLine} onPress={() => kiosk.map(null)} />
        {has?.tickets ? (
          <Tile name="ticket" title={texts.ticket} line={texts.ticketLine} onPress={() => kiosk.show('ticket')} />
        ) : null}
        {has ? (
          <Tile name="folder" title={texts.dossier} line={texts.dossierLine} onPress={() => kiosk.show('dossier')} />
        ) : null}
        {has ? (
          <Tile name="list" title={texts.openList} line={texts.openListLine} onPress={() => kiosk.show('open-list')} />
        ) : null}
      </ul>
    </section>
  );
}
