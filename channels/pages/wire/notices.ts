/** What the server says that everybody must know first. */

export interface Notice {
  readonly id: string;
  readonly vi: string;
  readonly en: string;
  readonly severity: 'notice' | 'warning' | 'danger';
  /** Milliseconds since 1970; from then on it is not shown, whatever the line does. */
  readonly to: number;
}

/** [] for what cannot be read. A thing turned off stands last, as a warning. */
export function readNotices(reply: unknown, now: number): readonly Notice[] {
  const { banners = [], off = null } = (reply ?? {}) as { banners?: unknown; off?: unknown };
  const shown = (Array.isArray(banners) ? banners : []).flatMap(readOne).filter(({ to }) => now < to);
  return [...shown, ...readOne({ ...(off as object | null), id: 'off', severity: 'warning', to: null })];
}

function readOne(value: unknown): readonly Notice[] {
  const { id, vi, en, severity, to } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || typeof vi !== 'string' || typeof en !== 'string') return [];
  const end = typeof to === 'string' ? Date.parse(to) : Number.POSITIVE_INFINITY;
  const weight = severity === 'danger' || severity === 'warning' ? severity : 'notice';
  return Number.isNaN(end) ? [] : [{ id, vi, en, severity: weight, to: end }];
}
