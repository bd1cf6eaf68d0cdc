/** One thing that somebody tries at a door, with what the oracle says of it. */
import type { Call, Told } from './call.ts';
import type { Random } from './dice.ts';
import type { Program } from './open-program.ts';
import type { Secret, World } from './world.ts';

export const doors = [
  'plain-page',
  'direct-line',
  'own-data',
  'sign-in',
  'console',
  'staff-accounts',
  'kiosk',
  'zalo',
  'hotline',
  'speech-bridge',
  'public',
  'store',
] as const;
export type Door = (typeof doors)[number];

export interface Case {
  /** For whoever reads a find: who, what, with which keys. Holds no secret of a run that matters. */
  readonly what: string;
  /** Whether the oracle lets it: `null` where either is right (a limit, a claim that somebody else holds). */
  readonly may: boolean | null;
  /** Words that may come back; every other one is a leak. */
  readonly words: ReadonlySet<Secret>;
  /** It may change rows where it is let. */
  readonly changes?: boolean;
  /** However it is answered, it changes nothing: what it names is not his. */
  readonly harmless?: boolean;
  run(tools: CaseTools): Promise<Told>;
}

export interface CaseTools {
  readonly call: Call;
  readonly program: Program;
}

/** A kind of action at a door, of which cases are thrown. */
export interface Kind {
  readonly door: Door;
  readonly name: string;
  /** How often beside the others; 1 is usual. A turn costs more than a look. */
  readonly weight?: number;
  throw(world: World, random: Random): Case;
}

export const noWords: ReadonlySet<Secret> = new Set();

/** 400 and 422: what was sent makes no sense here; 303 leads to a sign-in. */
const refusals = new Set([400, 401, 403, 404, 405, 409, 410, 413, 415, 422]);
export const limited = 429;

export const isRefusal = ({ status, headers }: Told): boolean =>
  refusals.has(status) || (status === 303 && String(headers.location ?? '').includes('/dang-nhap'));

export const textOf = ({ headers, text }: Told): string => `${JSON.stringify(headers)}\n${text}`;
