/** Draws a week's answers for editors: some of every status and field, at random but the same each time. */
import { pick, seededRandom } from '../../measure/seeded-random.ts';
import type { AnsweredTurn, DrawnItem } from '../../store/index.ts';

export interface DrawOptions {
  /** The same seed draws the same. */
  readonly seed: string;
  /** How many are drawn; all where there are fewer. */
  readonly size: number;
  /** Lĩnh vực of a procedure; `null`: it is not known any more. */
  readonly fieldOf: (code: string) => string | null;
  /** The day in Viet Nam. */
  readonly dayOf: (moment: Date) => string;
}

const noField = 'Không nói về thủ tục nào';

/**
 * Every stratum (status and field) gives at least one, the rest by size. Where there are more strata than places, the
 * smallest ones of a status are taken together.
 */
export function drawSample(population: readonly AnsweredTurn[], options: DrawOptions): readonly DrawnItem[] {
  const { seed, size, fieldOf, dayOf } = options;
  const described = population.map((turn) => ({ ...turn, field: (turn.code && fieldOf(turn.code)) || noField }));
  const strata = stratify(described, size);
  const shares = allot(
    [...strata].map(([name, { length }]) => ({ name, length })),
    size,
  );
  const random = seededRandom(seed);
  const drawn = [...strata].flatMap(([stratum, turns]) =>
    drawFrom(turns, shares.get(stratum) ?? 0, random).map(
      ({ turnId, status, field, channel, at }): DrawnItem => ({
        turnId,
        status,
        field,
        stratum,
        inStratum: turns.length,
        askedOn: dayOf(at),
        channel,
      }),
    ),
  );
  return drawFrom(drawn, drawn.length, random);
}

interface Described extends AnsweredTurn {
  readonly field: string;
}

/** By name, in the order of the names: the draw must not depend on the order of asking. */
function stratify(turns: readonly Described[], most: number): ReadonlyMap<string, readonly Described[]> {
  const sorted = turns.toSorted((a, b) => a.turnId.localeCompare(b.turnId));
  const fine = Map.groupBy(sorted, ({ status, field }) => `${status} | ${field}`);
  if (fine.size <= most) return new Map([...fine].sort(([a], [b]) => a.localeCompare(b)));
  const large = new Set(
    [...fine]
      .sort(([, a], [, b]) => b.length - a.length)
      .slice(0, Math.floor(most / 2))
      .map(([name]) => name),
  );
  const coarse = Map.groupBy(sorted, ({ status, field }) => {
    const name = `${status} | ${field}`;
    return large.has(name) ? name : `${status} | …`;
  });
  return new Map([...coarse].sort(([a], [b]) => a.localeCompare(b)));
}

/** One each, then by largest remainder; never more than there are. */
function allot(strata: readonly { name: string; length: number }[], size: number): ReadonlyMap<string, number> {
  const all = strata.reduce((sum, { length }) => sum + length, 0);
  const places = Math.min(size, all);
  const given = new Map(strata.map(({ name }) => [name, Math.min(1, places)]));
  let left = places - strata.length;
  // What a stratum should have by its size, less what it has: the neediest first.
  while (left > 0) {
    const open = strata.filter(({ name, length }) => (given.get(name) ?? 0) < length);
    const need = ({ name, length }: { name: string; length: number }) =>
      (places * length) / all - (given.get(name) ?? 0);
    const [next] = open.toSorted((a, b) => need(b) - need(a) || a.name.localeCompare(b.name));
    if (!next) break;
    given.set(next.name, (given.get(next.name) ?? 0) + 1);
    left -= 1;
  }
  return given;
}

function drawFrom<T>(items: readonly T[], count: number, random: () => number): T[] {
  const left = [...items];
  const drawn: T[] = [];
  while (drawn.length < count && left.length > 0) {
    const one = pick(random, left);
    left.splice(left.indexOf(one), 1);
    drawn.push(one);
  }
  return drawn;
}
