/** One invented case from its filing to its end: deterministic, so that a demo and a test see the same one. */
import { pick, type Random, seededRandom } from '../../bot/measure/seeded-random.ts';
import type { DossierStatus, Guide, ImportedDossier } from '../../knowledge/index.ts';
import * as words from './case-routes.ts';
import { madeUpPerson } from './made-up-person.ts';
import { atDesk, day, hour, isoOf } from './office-time.ts';

/** A case as the wire carries it at one moment. */
export type WireDossier = Omit<ImportedDossier, 'other' | 'onBehalf'> & { readonly updatedAt: string };

export interface MadeUpCase {
  readonly code: string;
  /** Its states, oldest first; `updatedAt` of each is when it began. */
  readonly states: readonly WireDossier[];
}

export interface Surroundings {
  readonly seed: string;
  /** All cases were received before this moment; what happens after it lies in the future. */
  readonly start: Date;
  readonly guides: readonly Guide[];
  /** Communes, with the letters of their province's codes. */
  readonly units: readonly { readonly code: string; readonly province: string }[];
  /** Different people among the applicants; each has a few cases. */
  readonly people: number;
}

export function makeUpCase(index: number, around: Surroundings): MadeUpCase {
  const random = seededRandom(`${around.seed} ${index}`);
  const guide = pick(random, around.guides);
  const unit = pick(random, around.units);
  const receivedAt = atDesk(around.start.getTime() - (1.5 + 43.5 * random()) * day);
  const code = codeOf(index, receivedAt, unit.province);
  const fee = feeOf(guide);
  const stations = routeOf(random).filter((status) => status !== 'needs-payment' || fee.dong !== 0);
  const first: WireDossier = {
    ...people(index, around, random),
    code,
    procedure: guide.code,
    unit: unit.code,
    desk: words.oneStopDesk,
    receivedAt: isoOf(receivedAt),
    promisedAt: isoOf(atDesk(receivedAt + daysPromised(guide) * day, closing)),
    status: 'received',
    steps: [],
    missing: [],
    returnReason: null,
    fee: stations.includes('needs-payment') ? { dong: fee.dong ?? usualFee, paid: false } : fee,
    result: null,
    updatedAt: isoOf(receivedAt),
  };
  const states: WireDossier[] = [];
  let at = receivedAt;
  for (const status of stations) {
    const last = states.at(-1) ?? first;
    states.push(reach(last, { status, at, guide, random }));
    at = Math.max(at + hour / 3, atDesk(at + 2 * hour + random() ** 2 * 9 * day));
  }
  return { code, states };
}

/** Numbered through the whole province, so that no code stands twice. */
function codeOf(index: number, receivedAt: number, province: string): string {
  const date = isoOf(receivedAt).slice(2, 10).replaceAll('-', '');
  const office = String(10 + (Math.floor(index / 10_000) % 90));
  return `000.00.${office}.${province}-${date}-${String(index % 10_000).padStart(4, '0')}`;
}

function people(index: number, { people: count, seed }: Surroundings, random: Random) {
  const personOf = (number: number) => madeUpPerson(number, seededRandom(`${seed} person ${number}`));
  const applicant = Math.floor(random() * count);
  const filer = random() < 0.1 ? (applicant + 1 + (index % 7)) % count : applicant;
  return { applicant: personOf(applicant), filedBy: filer === applicant ? null : personOf(filer) };
}

function routeOf(random: Random): readonly DossierStatus[] {
  let left = random() * words.routes.reduce((sum, { share }) => sum + share, 0);
  const route = words.routes.find(({ share }) => {
    left -= share;
    return left < 0;
  });
  return route?.stations ?? ['received'];
}

interface Reached {
  readonly status: DossierStatus;
  readonly at: number;
  readonly guide: Guide;
  readonly random: Random;
}

/** The case as it stands when it reaches a station. */
function reach(last: WireDossier, { status, at, guide, random }: Reached): WireDossier {
  const desk = deskOf(status, last.desk, random);
  const step = { at: isoOf(at), desk, what: words.stepWords[status] };
  return {
    ...last,
    status,
    desk,
    steps: [...(last.steps ?? []), step],
    missing: status === 'needs-papers' ? [missingPaper(guide, random)] : [],
    returnReason: reasonOf(status, random),
    fee: last.fee?.dong && status === 'in-process' ? { ...last.fee, paid: true } : last.fee,
    result: status === 'ready' || status === 'collected' ? (last.result ?? resultOf(guide, random)) : null,
    updatedAt: isoOf(at),
  };
}

function deskOf(status: DossierStatus, last: string | null, random: Random): string | null {
  if (status === 'in-process') return pick(random, words.officeDesks);
  if (status === 'forwarded') return pick(random, words.otherOffices);
  return status === 'withdrawn' ? last : words.oneStopDesk;
}

const missingPaper = (guide: Guide, random: Random) => ({
  paper: guide.papers?.length ? pick(random, guide.papers).name : 'Giấy tờ tùy thân',
  reason: pick(random, words.paperReasons),
});

function reasonOf(status: DossierStatus, random: Random): string | null {
  if (status === 'returned') return pick(random, words.returnReasons);
  return status === 'refused' ? pick(random, words.refusalReasons) : null;
}

const resultOf = (guide: Guide, random: Random) => ({
  name: guide.results[0]?.name ?? null,
  collectAt: words.oneStopDesk,
  electronic: random() < 0.3,
});

/** In đồng, where the guide publishes none. */
const usualFee = 50_000;
/** Of a desk's day. */
const closing = 1;

function feeOf(guide: Guide): NonNullable<WireDossier['fee']> {
  const fee = guide.filing.find(({ fee: { kind } }) => kind === 'fixed' || kind === 'free')?.fee;
  return fee ? { dong: fee.dong, paid: fee.dong === 0 } : { dong: null, paid: null };
}

/** The published time in days, or a week where none is published. */
function daysPromised(guide: Guide): number {
  const time = guide.filing.find((filing) => filing.time?.value)?.time;
  const value = time?.value ?? 5;
  return time?.unit === 'hour' ? 1 : Math.max(1, Math.ceil(value * (time?.unit === 'day' ? 1 : 1.4)));
}
