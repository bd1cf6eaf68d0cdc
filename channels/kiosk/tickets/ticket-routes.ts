/** A number in the queue of a counter, drawn at the screen. */
import { createHash } from 'node:crypto';
import { type Request, Router } from 'express';
import { countCalls } from '../../limits/index.ts';
import { badArgument, WireError } from '../../web/direct-line/wire-error.ts';
import { type Ticket, ticketSchema } from '../api/schemas.ts';
import { localeOf, visitOver } from '../kiosk-error.ts';
import type { KioskRoom } from '../kiosk-parts.ts';
import { type PlacedCounter, placedCounters } from '../office/counters.ts';
import { deviceOf } from '../visits/visit-door.ts';
import { onceEach } from './once-each.ts';
import { type DrawnTicket, TicketError } from './queue-tickets.ts';

const wholeMs = 8_000;
/** A tap that is repeated within this time is the same tap, in ms. */
const sameTapMs = 10 * 60_000;

export function ticketRoutes(room: KioskRoom): Router {
  const { tickets, onError } = room;
  const drawOnce = onceEach<DrawnTicket>(sameTapMs, () => room.now().getTime());
  const perDevice = countCalls('kiosk-tickets');
  const router = Router();
  router.post('/tickets', async (request, response) => {
    const device = await deviceOf(room, request.headers);
    if (!device || !tickets) throw device ? noTickets() : visitOver();
    const { desk } = ticketSchema.parse(request.body);
    const key = keyOf(request, `${device.id} ${desk}`);
    const placed = placedCounters(room.tools().units.of(room.tools().units.atDoor(device.unit)));
    const found = placed.find(({ id }) => id === desk);
    if (!found) throw noTickets();
    await perDevice(device.id);
    const signal = AbortSignal.timeout(wholeMs);
    const { name, number = null } = found.counter;
    const drawn = await drawOnce(key, () => tickets.draw({ counter: { name, number }, key, signal })).catch((error) => {
      if (!(error instanceof TicketError && error.code === 'no-queue')) onError(error);
      throw refusalOf(error);
    });
    response.status(201).json(ticketReply(room, drawn, { found, locale: localeOf(request) }));
  });
  return router;
}

/** Of this device alone, and with nothing of ours in it that the machine could not be shown. */
function keyOf(request: Request, whose: string): string {
  const given = request.get('idempotency-key') ?? '';
  if (!/^[\x21-\x7e]{8,200}$/.test(given)) throw badArgument('Idempotency-Key: 8 to 200 signs without spaces');
  return createHash('sha256').update(`${whose} ${given}`).digest('base64url');
}

const noTickets = () => new WireError(409, 'NoTickets', 'No numbers are drawn for this counter.');

const refusalOf = (error: unknown): WireError =>
  error instanceof TicketError && error.code === 'no-queue'
    ? noTickets()
    : new WireError(502, 'TicketFailed', 'The queue machine drew no number.');

function ticketReply(
  { speak }: KioskRoom,
  { number, waiting, counter }: DrawnTicket,
  { found, locale }: { readonly found: PlacedCounter; readonly locale: 'vi' | 'en' },
): Ticket {
  const speech = speak(locale, null);
  const key = waiting === null ? 'kiosk.ticket' : waiting === 0 ? 'kiosk.ticketNext' : 'kiosk.ticketWaiting';
  const where = counter ?? found.counter.name;
  const say = [
    speech.say(key, { number, waiting: waiting ?? 0 }),
    speech.say('kiosk.ticketCounter', { counter: where }),
  ];
  return { number, waiting, counter: where, say: say.join(' ') };
}
