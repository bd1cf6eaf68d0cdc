/** Figures, switches and banners in the console, over the running parts. */
import type { Router } from 'express';
import {
  daysOfWeek,
  type FollowedSwitches,
  factsOf,
  type HarmfulRate,
  type IsoWeek,
  modelUse,
  type OpenData,
  openData,
  openFiguresDesk,
  openSwitchDesk,
  type SampleDesk,
  type StaffMember,
} from '../bot/index.ts';
import type { Store } from '../bot/store/index.ts';
import { figuresRoutes, type StaffGate, switchRoutes } from '../channels/index.ts';
import { dayInVietnam } from '../knowledge/index.ts';
import type { LiveParts } from './live-parts.ts';

export interface FiguresSurroundings {
  readonly store: Store;
  readonly samples: Pick<SampleDesk, 'report'>;
  readonly live: LiveParts;
  readonly switches: FollowedSwitches;
  readonly gate: StaffGate;
  readonly unitName: (code: string) => string | null;
  /** After each switch or banner: open pages are told. */
  readonly onSwitched: () => void;
  readonly onError: (error: unknown) => void;
}

export function openFigures(parts: FiguresSurroundings): { readonly figures: Router; readonly switches: Router } {
  const { store, samples, live, switches, gate, unitName, onSwitched, onError } = parts;
  const { speak, places } = live.parts;
  const desk = figuresDeskOf(store, live, samples);
  const switchDesk = openSwitchDesk({ store: store.switches, board: switches, places, onChanged: onSwitched });
  const common = { gate, unitName, speak, onError };
  return {
    figures: figuresRoutes({ ...common, desk, modelUse: modelUseOf(parts) }),
    switches: switchRoutes({ ...common, desk: switchDesk, board: switches }),
  };
}

/** The state of this copy of the program: each has a line of its own to the model. */
const modelUseOf =
  ({ store, live, switches }: FiguresSurroundings) =>
  async (member: StaffMember, at: Date) => {
    const { model } = live.parts.tools;
    const days = await modelUse(store.database, member, at);
    const works = model?.port.state?.() ?? 'works';
    const state = model ? (switches.isOff('model', null, at) ? 'off' : works) : 'none';
    return { model: model?.port.name ?? null, state, days } as const;
  };

/** Procedures and communes by the names that serve now. */
export const figuresDeskOf = (
  store: Store,
  live: Pick<LiveParts, 'parts' | 'library' | 'units'>,
  samples?: Pick<SampleDesk, 'report'>,
) =>
  openFiguresDesk({
    ...(samples ? { sample: (week: IsoWeek) => harmfulRate(samples, week) } : {}),
    database: store.database,
    places: live.parts.places,
    names: namesOf(live),
    home: () => live.units.of(null).code,
  });

/** The sample is drawn over the whole installation: every reader of figures sees the same rate. */
async function harmfulRate(samples: Pick<SampleDesk, 'report'>, week: IsoWeek): Promise<HarmfulRate | null> {
  const days = daysOfWeek(week);
  if (!days) return null;
  const { marked, harmful, harmfulWrong } = await samples.report([days.from]);
  const { value, low, high } = harmfulWrong;
  return marked > 0 ? { marked, harmful, rate: value, low, high } : null;
}

/** Whole weeks of the last year, as far as they may be told. */
export function latestOpenData(store: Store, live: LiveParts): Promise<OpenData> {
  const at = new Date();
  const parts = { database: store.database, names: namesOf(live), home: live.units.of(null).code };
  const from = new Date(at.getTime() - 365 * 86_400_000);
  return openData(parts, { from: dayInVietnam(from), to: dayInVietnam(at), at });
}

export const namesOf = ({ parts, library }: Pick<LiveParts, 'parts' | 'library'>) => ({
  procedure: (code: string) => {
    const entry = library.find(code);
    return entry && { title: factsOf(entry).plainTitle, field: factsOf(entry).field };
  },
  unit: (code: string) => {
    const commune = parts.places.commune(code);
    return commune && `${commune.kind} ${commune.name}`;
  },
});
