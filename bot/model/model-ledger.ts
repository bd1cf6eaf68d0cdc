/** What calls to a model cost and said: the ceilings, and what is kept of each call. */
import { createHash } from 'node:crypto';
import type { Caught } from './check/wording.ts';
import type { ModelErrorCode } from './model-error.ts';
import type { ModelPerson, ModelPurpose } from './port.ts';

/** Tokens a day, by Vietnamese days. */
export interface Ceilings {
  readonly all: number;
  readonly person: number;
}

export interface Reservation {
  readonly person: ModelPerson;
  readonly tokens: number;
  readonly at: Date;
}

/** One call as it is kept: for thirty days, and never longer than what else is kept of its person. */
export interface ModelCall {
  readonly at: Date;
  readonly person: ModelPerson;
  readonly purpose: ModelPurpose;
  readonly model: string;
  readonly outcome: 'answered' | ModelErrorCode;
  readonly tokensIn: number;
  readonly tokensOut: number;
  readonly ms: number;
  /** In đồng; `null` where no price is set. */
  readonly cost: number | null;
  /** Masked: as it went out. */
  readonly request: string;
  /** Masked: as it came, with marks in place of what was hidden. */
  readonly reply: string;
}

/** A draft that a check refused, for editors. */
export interface CaughtDraft {
  readonly at: Date;
  readonly person: ModelPerson;
  readonly purpose: 'word' | 'copilot';
  readonly model: string;
  /** Masked. */
  readonly draft: string;
  readonly caught: readonly Caught[];
  readonly codes: readonly string[];
}

export interface ModelLedger {
  /** Sets tokens aside before a call; `false` when a ceiling would be passed: then nothing is set aside. */
  reserve(wish: Reservation, ceilings: Ceilings): Promise<boolean>;
  /** Puts what was used in place of what was set aside. */
  settle(wish: Reservation & { readonly used: number }): Promise<void>;
  keepCall(call: ModelCall): Promise<void>;
  keepCaught(draft: CaughtDraft): Promise<void>;
}

const vietnamMs = 7 * 3_600_000;

/** The day of the ceilings. */
export const dayOf = (at: Date): string => new Date(at.getTime() + vietnamMs).toISOString().slice(0, 10);

/** Whose ceiling it is: a hash that another day has another of, so that days do not tell who asked again. */
export const spenderOf = ({ person, at }: Pick<Reservation, 'person' | 'at'>): string =>
  createHash('sha256')
    .update(`${dayOf(at)} ${person.kind} ${person.id}`)
    .digest('hex')
    .slice(0, 32);

/** For a program without a store: in memory, for this run. */
export function memoryLedger(): ModelLedger & {
  readonly calls: readonly ModelCall[];
  readonly caught: readonly CaughtDraft[];
} {
  const spent = new Map<string, number>();
  const [calls, caught]: [ModelCall[], CaughtDraft[]] = [[], []];
  const keysOf = (wish: Reservation) => [`${dayOf(wish.at)} all`, spenderOf(wish)] as const;
  const add = (key: string, tokens: number) => spent.set(key, (spent.get(key) ?? 0) + tokens);
  return {
    calls,
    caught,
    async reserve(wish, ceilings) {
      const [all, own] = keysOf(wish);
      const fits = (key: string, most: number) => (spent.get(key) ?? 0) + wish.tokens <= most;
      if (!fits(all, ceilings.all) || !fits(own, ceilings.person)) return false;
      for (const key of [all, own]) add(key, wish.tokens);
      return true;
    },
    async settle({ used, ...wish }) {
      for (const key of keysOf(wish)) add(key, used - wish.tokens);
    },
    async keepCall(call) {
      calls.push(call);
    },
    async keepCaught(draft) {
      caught.push(draft);
    },
  };
}
