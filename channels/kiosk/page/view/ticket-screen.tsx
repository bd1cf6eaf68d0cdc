/** A number in the queue of a counter. */
import { useState } from 'preact/hooks';
import type { Ticket } from '../../api/schemas.ts';
import { fill } from '../texts/texts.ts';
import { Draw } from './icons.tsx';
import { useKiosk } from './kiosk-context.ts';

interface Taken {
  readonly ticket: Ticket;
  readonly counter: string;
}

export function TicketScreen() {
  const { kiosk, view, texts } = useKiosk();
  const [taken, setTaken] = useState<Taken | null>(null);
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const take = async (counter: string) => {
    setBusy(true);
    setTrouble('');
    try {
      setTaken({ ticket: await kiosk.api.ticket(counter, kiosk.newKey()), counter });
    } catch (error) {
      setTrouble(kiosk.wordsOf(error) ?? texts.ticketFailed);
    }
    setBusy(false);
  };
  if (taken) return <TakenTicket {...taken} />;
  return (
    <>
      <h2 class="screen-title">{texts.ticketTitle}</h2>
      <p class="trouble" role="alert">
        {trouble}
      </p>
      <ul class="choices">
        {(view.office?.counters ?? []).map(({ id, name, subjects }) => (
          <li key={id}>
            <button type="button" class="choice" disabled={busy} onClick={() => void take(id)}>
              <span class="choice-title">{name}</span>
              <span class="choice-line">{subjects.length > 0 ? subjects.join(', ') : texts.allSubjects}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function TakenTicket({ ticket, counter }: Taken) {
  const { kiosk, texts } = useKiosk();
  return (
    <section class="taken" role="status">
      <h2 class="screen-title">{texts.ticketNumber}</h2>
      <p class="taken-number">{ticket.number}</p>
      {ticket.waiting === null ? null : (
        <p class="lead">
          {ticket.waiting === 0 ? texts.ticketNext : fill(texts.ticketWaiting, ticket as { waiting: number })}
        </p>
      )}
      {ticket.counter ? <p class="lead">{fill(texts.ticketCounter, { counter: ticket.counter })}</p> : null}
      <p class="lead-soft">{texts.ticketKeep}</p>
      <button type="button" class="big strong" onClick={() => kiosk.map(counter)}>
        <Draw name="map" />
        {texts.showOnMap}
      </button>
    </section>
  );
}
