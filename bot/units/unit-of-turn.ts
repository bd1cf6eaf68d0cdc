/** The unit that a turn is answered for. */
import type { Turn } from '../step.ts';
import type { Tools } from '../tools.ts';
import type { Unit } from './unit-directory.ts';

const unclear: Unit = { code: null, name: null, local: null, points: [], desk: null, seat: null, channels: [] };

/** Where the citizen named a commune that cannot be told from others, no desk is his. */
export const unitOf = (turn: Pick<Turn, 'unit'>, { units }: Pick<Tools, 'units'>): Unit =>
  turn.unit.unclear === null ? units.of(turn.unit.code) : unclear;
