/** How far two editors who marked the same answers agree, beyond what chance would bring. */
import type { SampleItem } from '../../store/index.ts';

export interface Agreement {
  /** Answers that two editors marked. */
  readonly items: number;
  /** Share of them with the same verdict; NaN for none. */
  readonly same: number;
  /** Cohen's kappa, 1 at the most; NaN for none, and where both gave one verdict alone. */
  readonly kappa: number;
}

const verdicts = ['right', 'incomplete', 'wrong'] as const;

/** The first two marks of each answer, in the order of the editors' ids: who is first must not depend on haste. */
export function agreementOf(items: readonly Pick<SampleItem, 'marks'>[]): Agreement {
  const pairs = items.flatMap(({ marks }) => {
    const [one, other] = marks.toSorted((a, b) => a.editor.id.localeCompare(b.editor.id));
    return one && other ? [[one.verdict, other.verdict] as const] : [];
  });
  const share = (hits: number) => hits / pairs.length;
  const same = share(pairs.filter(([one, other]) => one === other).length);
  const byChance = verdicts.reduce(
    (sum, verdict) =>
      sum +
      share(pairs.filter(([one]) => one === verdict).length) *
        share(pairs.filter(([, other]) => other === verdict).length),
    0,
  );
  return { items: pairs.length, same, kappa: byChance === 1 ? Number.NaN : (same - byChance) / (1 - byChance) };
}
