/** How a visit stands: what the page must hide, what it may offer, and to which counter somebody was asked to go. */
import { counterTaking } from '../../../bot/index.ts';
import { threadOf } from '../../web/direct-line/wire.ts';
import type { OfficeCounter, VisitState } from '../api/schemas.ts';
import { visitOver } from '../kiosk-error.ts';
import type { KioskRoom } from '../kiosk-parts.ts';
import { countersOf } from '../office/counters.ts';
import type { ShownVisit } from './visit-door.ts';

export async function visitState(room: KioskRoom, { visit, claims }: ShownVisit): Promise<VisitState> {
  const { store, dossiers } = room;
  const { conversationId } = claims;
  const found = await store.findVisit(visit);
  if (!found) throw visitOver();
  const [awaits, proven, handOff] = await Promise.all([
    dossiers.awaits(conversationId),
    dossiers.list(conversationId),
    handOffOf(room, claims),
  ]);
  return { endsAt: found.endsAt.toISOString(), awaits, dossiers: proven.length, handOff };
}

async function handOffOf(
  { handOffs, transcript, now, tools }: KioskRoom,
  claims: ShownVisit['claims'],
): Promise<VisitState['handOff']> {
  const { channel, conversationId } = threadOf(claims);
  const open = await handOffs?.current({ channel, conversationId });
  const thread = open ? await transcript.find(threadOf(claims)) : null;
  if (!open || !thread || open.state === 'closed') return null;
  const promise = await handOffs?.state({ citizenId: thread.citizenId, handOffId: open.id }, now());
  const counter = open.cause === 'denunciation' ? null : counterOf(open.field, tools().units.of(claims.unit), now());
  return { code: open.code, state: open.state, position: promise?.position ?? null, counter };
}

function counterOf(field: string | null, unit: Parameters<typeof countersOf>[0], at: Date): OfficeCounter | null {
  if (field === null) return null;
  const named = unit.points.map((point) => counterTaking(point, field)).find((one) => one !== null);
  return countersOf(unit, { at, calendar: null }).find(({ name }) => name === named?.name) ?? null;
}
