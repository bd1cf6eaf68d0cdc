/** A second ear for who wants a person: learnt from examples, for wordings that no rule foresees. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { earFeatures } from './ear-features.ts';
import type { PersonRequest } from './person-request.ts';
import type { Wording } from './wording.ts';

/** As `node evaluations/ears/train.ts` writes it. */
export interface Ear {
  /** The first is that nobody is wanted. */
  readonly classes: readonly string[];
  /** By feature: tenths for each class. `''` counts in every message. */
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

export interface Heard {
  readonly kind: Exclude<PersonRequest, 'harm'>;
  /** That any person is wanted, 0 to 1. */
  readonly chance: number;
}

export type Listener = (features: ReadonlySet<string>) => Heard;

/** @throws {Error} when the weights are none. */
export function earOf({ classes, weights }: Ear): Listener {
  const table = new Map(Object.entries(weights));
  if (table.size === 0) throw new Error('the second ear has no weights: run node evaluations/ears/train.ts');
  return (features) => {
    const known = ['', ...features].flatMap((name) => {
      const row = table.get(name);
      return row ? [row] : [];
    });
    const scale = 1 / (10 * Math.sqrt(Math.max(1, known.length)));
    const powers = classes.map((_, one) => Math.exp(scale * known.reduce((sum, row) => sum + (row[one] ?? 0), 0)));
    const sum = powers.reduce((total, power) => total + power, 0);
    const wanted = powers.slice(1);
    const best = classes[1 + wanted.indexOf(Math.max(...wanted))] as Heard['kind'];
    return { kind: best, chance: 1 - (powers[0] ?? 0) / sum };
  };
}

export const listen = (ear: Listener, wording: Wording): Heard => ear(earFeatures(wording));

let learnt: Listener | null = null;

/** What the shipped weights hear. @throws {Error} when their file is missing or empty. */
export function heardIn(wording: Wording): Heard {
  learnt ??= earOf(JSON.parse(readFileSync(join(import.meta.dirname, 'ear-weights.json'), 'utf8')) as Ear);
  return listen(learnt, wording);
}
