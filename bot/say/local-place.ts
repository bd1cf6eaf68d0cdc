/** Where one may file here: the commune's own points, and any centre of the province's published list. */
import { type Calendar, type Card, dayInVietnam, type Guide } from '../../knowledge/index.ts';
import { fold } from '../../retrieval/index.ts';
import type { Block } from '../answer.ts';
import { isOpen, nextOpening } from '../desk.ts';
import type { Speech } from '../texts/speech.ts';
import { counterTaking, takesField } from '../units/counter-taking.ts';
import type { ReceptionPoint, Unit } from '../units/unit-directory.ts';
import { legalName } from './local-fee-text.ts';
import { lowerFirst, upperFirst } from './money-and-time.ts';

export interface LocalPlace {
  readonly guide: Pick<Guide, 'field' | 'levels' | 'receivedBy'>;
  readonly unit: Unit;
  /** A commune that he named and that cannot be told from others. */
  readonly unclear: string | null;
  readonly calendar: Calendar;
  readonly speech: Speech;
  readonly at: Date;
}

/** Two sentences, one a block; [] where another office than the commune's takes the file. */
export function sayLocalPlace(asked: LocalPlace): Block[] {
  if (!asked.guide.levels.includes('commune')) return [];
  const points = pointsFor(asked.guide, asked.unit);
  const anyDesk = isOneStop(asked.guide);
  if (!anyDesk && points.every(({ fields }) => fields === null)) return [];
  return [...sayPoints(points, asked), ...(anyDesk ? sayAnyOffice(asked) : [])];
}

/** Of a card the commune's own points alone: no list is known to hold for what has no record. */
export function sayDeskOfCard(
  card: Pick<Card, 'field' | 'levels' | 'whereToGo'>,
  where: Omit<LocalPlace, 'guide'>,
): Block[] {
  const { unit, unclear } = where;
  const guide = { field: card.field, levels: card.levels, receivedBy: card.whereToGo };
  const isKnown = unit.name !== null || unit.desk !== null || unclear !== null;
  if (!isKnown || !card.levels.includes('commune') || !isOneStop(guide)) return [];
  return sayPoints(pointsFor(guide, unit), { ...where, guide });
}

const oneStop = /mot cua|trung tam phuc vu hanh chinh cong|(?:uy ban nhan dan|ubnd) (?:cap )?xa/;
const otherOffice = /bao hiem xa hoi|van phong dang ky dat dai|co quan (?:chuyen mon|thue|dang ky)|noi lam viec/;

/** The commune's centre takes it, as far as the record says; where it names another office first, that is where to go. */
function isOneStop({ receivedBy }: Pick<Guide, 'receivedBy'>): boolean {
  if (receivedBy === null) return true;
  const desk = fold(receivedBy);
  const [own, other] = [desk.search(oneStop), desk.search(otherOffice)];
  return own >= 0 && (other < 0 || own < other);
}

/** Those that take the field of the procedure; of an office that is no one-stop centre those alone that name it. */
function pointsFor(guide: LocalPlace['guide'], { points }: Unit): readonly ReceptionPoint[] {
  const taking = points.filter(({ fields }) => takesField(fields, guide.field));
  return isOneStop(guide) ? taking : taking.filter(({ fields }) => fields !== null);
}

function sayPoints(points: readonly ReceptionPoint[], asked: LocalPlace): Block[] {
  const { guide, unit, unclear, speech } = asked;
  if (unclear !== null) return [{ kind: 'say', text: speech.say('local.unclear', { name: unclear }) }];
  const values = (point: ReceptionPoint) => ({
    name: `${point.name}${counterFor(point, guide.field, speech)}`,
    address: point.address,
    state: stateOf(point, asked),
  });
  const [first] = points;
  if (!first) return sayNoPoint(unit, speech);
  if (points.length === 1) {
    const text = unit.name
      ? speech.say('local.point', { unit: unit.name, ...values(first) })
      : speech.say('local.pointHere', values(first));
    return [{ kind: 'say', text }];
  }
  const label = unit.name ? speech.say('local.points', { unit: unit.name }) : speech.say('local.pointsHere');
  return [{ kind: 'list', label, items: points.map((point) => speech.say('local.pointItem', values(point))) }];
}

/** Nothing for an installation without any desk: the record's own words of where to file stand. */
function sayNoPoint(unit: Unit, speech: Speech): Block[] {
  if (unit.name === null) return [];
  if (unit.points.length > 0) return [{ kind: 'say', text: speech.say('local.noPointFor', { unit: unit.name }) }];
  return [{ kind: 'say', text: notLoadedText(unit, speech) }];
}

/** That nobody entered the commune's desk, with its seat where the tables have it. */
export const notLoadedText = ({ name, seat }: Unit, speech: Speech): string =>
  seat === null
    ? speech.say('local.notLoaded', { unit: name ?? '' })
    : speech.say('local.notLoadedSeat', { unit: name ?? '', seat: seat.replace(/\.$/, '') });

function counterFor(point: ReceptionPoint, field: string, speech: Speech): string {
  const counter = counterTaking(point, field);
  return counter ? speech.say('local.counter', { counter: lowerFirst(counter.name) }) : '';
}

function stateOf(point: ReceptionPoint, { calendar, speech, at }: LocalPlace): string {
  if (isOpen(point, at, calendar)) return speech.say('local.open');
  const when = nextOpening(point, at, calendar);
  return when ? speech.say('local.closed', { when }) : speech.say('local.closedLong');
}

function sayAnyOffice({ guide, unit, speech, at }: LocalPlace): Block[] {
  const list = unit.local?.anyOffice ?? null;
  const province = unit.local ? lowerFirst(unit.local.province.name) : '';
  const tier: Block[] =
    unit.local?.tiers === 'one'
      ? [{ kind: 'note', text: speech.say('local.oneTier', { Province: upperFirst(province) }) }]
      : [];
  const day = dayInVietnam(at);
  if (!list || day < list.from || (list.to !== null && list.to < day))
    return [...tier, { kind: 'note', text: speech.say('local.anyOfficeUnknown') }];
  const named = { province, decision: legalName(list.decision, speech) };
  if (!takesField(list.fields, guide.field))
    return [...tier, { kind: 'note', text: speech.say('local.anyOfficeOther', named) }];
  const { url } = list.decision;
  const text = url ? speech.say('local.anyOfficeLink', { ...named, url }) : speech.say('local.anyOffice', named);
  return [{ kind: 'say', text }, ...tier];
}
