/** What stands on the screen beside the talk: the ward, its hours, its counters and the way to them, what is asked most. */
import {
  type DeviceOfKiosk,
  type Entry,
  factsOf,
  officeDay,
  officeMoment,
  type Unit,
  whereToGoIn,
} from '../../../bot/index.ts';
import type { Office } from '../api/schemas.ts';
import type { KioskRoom } from '../kiosk-parts.ts';
import { countersOf, placedCounters } from './counters.ts';
import { defaultList } from './default-list.ts';
import { drawFloor } from './draw-floor.ts';

export interface OfficeAsk {
  /** `null`: the page stands on no registered device. */
  readonly device: DeviceOfKiosk | null;
  readonly locale: 'vi' | 'en';
}

type Speech = ReturnType<KioskRoom['speak']>;

const warnSeconds = 10;
/** Fewer than so many were asked for by enough people: then what is asked everywhere is shown. */
const fewestAsked = 4;
const mostShown = 8;

export async function readOffice(room: KioskRoom, { device, locale }: OfficeAsk): Promise<Office> {
  const { now, tools, speak, settings } = room;
  const at = now();
  const { units, calendar } = tools();
  const code = units.atDoor(device?.unit ?? null);
  const unit = units.of(code);
  const speech = speak(locale, null);
  const main = unit.points[0] ?? null;
  const day = main && officeDay(main, { at, calendar, speech });
  return {
    name: unit.name ?? unit.desk?.name ?? null,
    desk: main && { name: main.name, address: main.address, phone: main.phone },
    now: withZone(at),
    hours: day ?? { open: null, today: null, week: null, opensNext: null, note: null },
    counters: [...countersOf(unit, { at, calendar })],
    map: mapOf(unit, speech),
    ...(await askedHere(room, code, at)),
    ...saidFirst(room, { code, unit, speech, at }),
    has: hasOf(room, device),
    locales: ['vi', 'en'],
    silence: { seconds: settings.silenceSeconds, warnSeconds },
  };
}

/** `2026-11-23T09:00:00+07:00`: the day of the page is that of the office. */
function withZone(at: Date): string {
  const { day, clock } = officeMoment(at);
  return `${day}T${clock}:${String(at.getUTCSeconds()).padStart(2, '0')}+07:00`;
}

const hasOf = ({ handOffs, tickets, voices, settings }: KioskRoom, device: DeviceOfKiosk | null): Office['has'] => ({
  device: device !== null,
  dossiers: device !== null && settings.dossiers,
  tickets: device !== null && tickets !== null,
  listen: device !== null && voices.listen !== null,
  say: device !== null && voices.say !== null,
  handOff: handOffs !== null,
  checklistQr: settings.publicUrl !== null,
});

function mapOf(unit: Unit, speech: Speech): Office['map'] {
  const floors = Map.groupBy(placedCounters(unit), ({ counter }) => counter.floor ?? null);
  return [...floors].map(([floor, counters]) => ({
    floor,
    svg: drawFloor(counters, {
      title: floor === null ? speech.say('kiosk.planTitle') : speech.say('kiosk.planFloor', { floor }),
      door: speech.say('kiosk.planDoor'),
    }),
    lines: counters.map(({ counter: { name, fields, position } }) =>
      [`${name}: ${fields.join(', ')}`, position ?? null].filter(Boolean).join('; '),
    ),
  }));
}

async function askedHere(
  { mostAsked, tools, onError }: KioskRoom,
  unit: string | null,
  at: Date,
): Promise<Pick<Office, 'mostAsked' | 'mostAskedFrom'>> {
  const { library } = tools();
  const known = (codes: readonly string[]) =>
    codes
      .flatMap((code) => library.find(code) ?? [])
      .slice(0, mostShown)
      .map(askedOf);
  const counted = await mostAsked(unit, at).catch((error: unknown) => {
    onError(error);
    return [];
  });
  const here = known(counted);
  return here.length >= fewestAsked
    ? { mostAsked: here, mostAskedFrom: 'week' }
    : { mostAsked: known(defaultList), mostAskedFrom: 'default' };
}

const askedOf = (entry: Entry): Office['mostAsked'][number] => {
  const { plainTitle } = factsOf(entry);
  return { code: entry.id, title: plainTitle, send: plainTitle };
};

interface Saying {
  readonly code: string | null;
  readonly unit: Unit;
  readonly speech: Speech;
  readonly at: Date;
}

/** Banners, and while the kiosk or the whole bot is off, that and where people are. */
function saidFirst({ switches }: KioskRoom, { code, unit, speech, at }: Saying): Pick<Office, 'banners' | 'off'> {
  const isOff = switches?.isOff('bot', code, at) || switches?.isOff('kiosk', code, at);
  return {
    banners: (switches?.bannersFor(code, at) ?? []).map((banner) => ({
      text: speech.locale === 'en' ? banner.en : banner.vi,
      emergency: banner.severity === 'danger',
    })),
    off: isOff ? `${speech.say('kiosk.off')} ${whereToGoIn(unit, speech, at)}` : null,
  };
}
