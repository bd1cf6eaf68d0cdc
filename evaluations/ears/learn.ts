/** Learns which words speak for which class: softmax regression by stochastic gradient, the same on every run. */

export interface Example {
  readonly label: string;
  readonly features: readonly string[];
}

export interface Learned {
  readonly classes: readonly string[];
  /** By feature: one weight for each class. `''` is in every example. */
  readonly weights: ReadonlyMap<string, readonly number[]>;
}

interface LearnOptions {
  readonly epochs?: number;
  readonly rate?: number;
  /** Pull of every weight towards 0. */
  readonly decay?: number;
  /** A feature in fewer examples says nothing. */
  readonly least?: number;
}

/** @param classes in the order of the weights. */
export function learn(
  examples: readonly Example[],
  classes: readonly string[],
  { epochs = 12, rate = 0.4, decay = 2e-5, least = 4 }: LearnOptions = {},
): Learned {
  const names = namesOf(examples, least);
  const rows = examples.map(({ label, features }) => ({
    label: classes.indexOf(label),
    at: ['', ...features].flatMap((name) => names.get(name) ?? []),
  }));
  const width = classes.length;
  const weights = new Float64Array(names.size * width);
  const seen = new Float64Array(names.size * width).fill(1e-3);
  const random = fromSeed(20_261_122);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(rows, random);
    for (const { label, at } of rows) {
      const scale = 1 / Math.sqrt(at.length);
      const shares = softmax(
        classes.map((_, one) => scale * at.reduce((sum, name) => sum + (weights[name * width + one] ?? 0), 0)),
      );
      for (const [one, share] of shares.entries()) {
        const error = share - (one === label ? 1 : 0);
        for (const name of at) {
          const index = name * width + one;
          const slope = error * scale + decay * (weights[index] ?? 0);
          seen[index] = (seen[index] ?? 0) + slope * slope;
          weights[index] = (weights[index] ?? 0) - (rate * slope) / Math.sqrt(seen[index] ?? 1);
        }
      }
    }
  }
  return {
    classes,
    weights: new Map([...names].map(([name, at]) => [name, [...weights.slice(at * width, (at + 1) * width)]])),
  };
}

/** Place of each feature that is told often enough. */
function namesOf(examples: readonly Example[], least: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of examples) for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1);
  const often = [...counts].filter(([, count]) => count >= least).map(([name]) => name);
  return new Map(['', ...often.sort()].map((name, at) => [name, at]));
}

function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** Numbers from 0 to 1, always the same (mulberry32). */
function fromSeed(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffle<One>(rows: One[], random: () => number): void {
  for (let at = rows.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [rows[at], rows[other]] = [rows[other] as One, rows[at] as One];
  }
}
