/** The API of switches and banners, mounted at /console/api/switches. */
import express, { type Request, Router } from 'express';
import { z } from 'zod';
import {
  bannerSchema,
  type FollowedSwitches,
  type SpeechMaker,
  type StaffMember,
  type SwitchDesk,
  SwitchError,
  switchNames,
} from '../../../bot/index.ts';
import { memberOf, reply } from '../api/admit.ts';
import { Refusal, refuseUnknownPath, sayRefusal } from '../api/refusal.ts';
import type { StaffGate } from '../sign-in/index.ts';
import { nowSchema, switchesSchema, turnOffSchema, turnOnSchema } from './schemas.ts';

export interface SwitchRouteParts {
  readonly gate: StaffGate;
  readonly desk: SwitchDesk;
  readonly board: Pick<FollowedSwitches, 'bannersFor' | 'isOff' | 'readAt'>;
  /** `Xã Cốc Mỳ, Tỉnh Lào Cai`; `null` for a code that is none. */
  readonly unitName: (code: string) => string | null;
  readonly speak: SpeechMaker;
  readonly onError: (error: unknown) => void;
}

export function switchRoutes(parts: SwitchRouteParts): Router {
  const { gate, desk, board } = parts;
  const router = Router();
  const admit = [gate.requireStaff('switch'), express.json({ limit: '16kb' })];
  const by = (request: Request) => memberOf(gate, request);
  router.get('/', ...admit, async (request, response) => {
    reply(response, switchesSchema, await listFor(parts, await by(request)));
  });
  router.get('/now', gate.requireStaff(undefined, { background: true }), async (request, response) => {
    const { unit } = await by(request);
    const place = unit.length === 5 ? unit : null;
    const at = new Date();
    const off = switchNames.filter((what) => board.isOff(what, place, at));
    reply(response, nowSchema, { off, banners: board.bannersFor(place, at) });
  });
  router.post('/off', ...admit, async (request, response) => {
    await desk.turnOff(await by(request), turnOffSchema.parse(request.body));
    response.status(204).end();
  });
  router.post('/on', ...admit, async (request, response) => {
    await desk.turnOn(await by(request), turnOnSchema.parse(request.body));
    response.status(204).end();
  });
  router.post('/banners/preview', ...admit, async (request, response) => {
    response.json(bannerSchema.parse(request.body));
  });
  router.post('/banners', ...admit, async (request, response) => {
    response.status(201).json({ id: await desk.publish(await by(request), bannerSchema.parse(request.body)) });
  });
  router.delete('/banners/:id', ...admit, async (request, response) => {
    const id = z.uuid().safeParse(request.params.id);
    if (!id.success) throw new Refusal('unknown', { say: 'consoleSwitches.unknown' });
    await desk.takeDown(await by(request), id.data);
    response.status(204).end();
  });
  router.use((error: unknown, _request: unknown, _response: unknown, next: (error: unknown) => void) =>
    next(sayOf(error)),
  );
  router.use(refuseUnknownPath, sayRefusal(parts.speak('vi', null), parts.onError));
  return router;
}

/** Our own words for what the desk refuses. */
function sayOf(error: unknown): unknown {
  if (!(error instanceof SwitchError)) return error;
  return new Refusal(error.code === 'unit' ? 'unknown' : error.code, { say: `consoleSwitches.${error.code}` });
}

async function listFor({ desk, board, unitName }: SwitchRouteParts, member: StaffMember) {
  const { off, banners } = await desk.list(member);
  const now = new Date();
  const nameOf = (code: string) => unitName(code) ?? code;
  const reach = desk.unitsOf(member);
  return {
    off: off.map((row) => ({
      ...row,
      unitName: row.unit && nameOf(row.unit),
      inForce: row.endedAt === null && (row.until === null || now < row.until),
    })),
    banners: banners.map((row) => ({
      ...row,
      unitNames: row.units === null ? null : row.units.map(nameOf),
      state: row.endedAt !== null || row.to <= now ? 'over' : row.from > now ? 'coming' : 'shown',
    })),
    reach: reach === null ? null : reach.map((code) => ({ code, name: nameOf(code) })),
    readAt: board.readAt(),
  };
}
