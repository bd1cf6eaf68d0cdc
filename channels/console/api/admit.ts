/** What stands before every route: who it is, whether he may, how often, and a body that is not too large. */
import express, { type Request, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import type { StaffDeed, StaffMember } from '../../../bot/index.ts';
import { mostBytes } from '../pictures/clean-picture.ts';
import type { GuardOptions } from '../sign-in/index.ts';
import type { ConsoleApi } from './api-parts.ts';
import { Refusal } from './refusal.ts';

/** Read once it is known who sends it. A picture is told by its bytes, whatever type it names. */
const readers = {
  json: express.json({ limit: '32kb' }),
  picture: express.raw({ type: () => true, limit: mostBytes }),
};

export interface AdmitOptions extends GuardOptions {
  readonly counts?: keyof ConsoleApi['per'];
  readonly body?: keyof typeof readers;
}

/** @param deed none: whoever is signed in. */
export function admit(
  { gate, per }: Pick<ConsoleApi, 'gate' | 'per'>,
  deed?: StaffDeed,
  { counts, body = 'json', ...guard }: AdmitOptions = {},
): RequestHandler[] {
  const count: RequestHandler = async (request, _response, next) => {
    const { id } = (await signedIn(gate, request)).member;
    await per[counts ?? (request.method === 'GET' ? 'looks' : 'acts')](id);
    next();
  };
  return [gate.requireStaff(deed, guard), count, readers[body]];
}

/** Whom {@link admit} let through. @throws {Refusal} `signed-out` on a route without it. */
export async function signedIn(gate: ConsoleApi['gate'], request: Request) {
  const staff = await gate.staffOf(request);
  if (!staff) throw new Refusal('signed-out');
  return staff;
}

export const memberOf = async (gate: ConsoleApi['gate'], request: Request): Promise<StaffMember> =>
  (await signedIn(gate, request)).member;

/** The hand-off's id of the path. What is no id at all is answered as one that is not there. */
export function handOffIdOf(request: Request): string {
  const parsed = z.uuid().safeParse(request.params.id);
  if (parsed.success) return parsed.data;
  throw new Refusal('unknown');
}

/** Sends what the schema names and nothing beside it, whatever the value holds. */
export function reply<T extends z.ZodType>(response: Response, schema: T, value: unknown): void {
  // Moments become text here, as they do in any JSON.
  const plain: unknown = JSON.parse(JSON.stringify(value));
  const checked = schema.safeParse(plain);
  if (!checked.success) throw new Error(`A reply is not as its schema says: ${z.prettifyError(checked.error)}`);
  response.json(checked.data);
}
