/** Addresses of our hooks: each names its turn and bears a mark of its call, so that a recorded request fits no other. */
import { createHmac, timingSafeEqual } from 'node:crypto';

export interface HookTurn {
  readonly callId: string;
  readonly turn: number;
  readonly at: Date;
}

const dayMs = 86_400_000;

const markOf = (key: string, { callId, turn }: HookTurn, day: number): string =>
  createHmac('sha256', key).update(`${day}:${turn}:${callId}`).digest('base64url').slice(0, 22);

/** `?t=3&k=…`: good for this turn of this call, today and tomorrow. */
export const hookQuery = (key: string, turn: HookTurn): string =>
  `?t=${turn.turn}&k=${markOf(key, turn, Math.floor(turn.at.getTime() / dayMs))}`;

/** @param mark as it came, of any length. */
export function isMarked(key: string, mark: unknown, turn: HookTurn): boolean {
  if (typeof mark !== 'string') return false;
  const given = Buffer.from(mark);
  const today = Math.floor(turn.at.getTime() / dayMs);
  return [today, today - 1]
    .map((day) => Buffer.from(markOf(key, turn, day)))
    .some((one) => one.length === given.length && timingSafeEqual(one, given));
}
