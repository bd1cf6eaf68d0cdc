/** Phones of staff: a browser that takes web push, a code that links an account of a channel. */
import express, { Router } from 'express';
import type { OwnAccount, StaffStore } from '../../../bot/index.ts';
import { endpointSchema, pushSchema } from '../api/schemas.ts';
import { refuse, type StaffGate } from '../sign-in/gate.ts';
import { isPushEndpoint } from './push-sender.ts';

export interface PushRouteParts {
  readonly gate: StaffGate;
  readonly calls: StaffStore['calls'];
  readonly own: OwnAccount;
  readonly hosts: readonly string[];
  /** `null` where nobody is called by web push. */
  readonly vapidKey: string | null;
}

export function pushRoutes({ gate, calls, own, hosts, vapidKey }: PushRouteParts): Router {
  const router = Router();
  const json = express.json({ limit: '8kb' });
  router.get('/', gate.requireStaff(), async (request, response) => {
    const staff = await gate.staffOf(request);
    if (!staff) return refuse(response, 'signed-out');
    response.json({ vapidKey, ...(await calls.phones(staff.member.id)) });
  });
  router.post('/', gate.requireStaff(), json, async (request, response) => {
    const staff = await gate.staffOf(request);
    if (!staff) return refuse(response, 'signed-out');
    const subscription = pushSchema.safeParse(request.body);
    if (!subscription.success || !vapidKey || !isPushEndpoint(subscription.data.endpoint, hosts))
      return refuse(response, 'bad-input');
    await calls.subscribe(staff.member.id, subscription.data);
    response.status(201).json({ done: true });
  });
  router.delete('/', gate.requireStaff(), json, async (request, response) => {
    const staff = await gate.staffOf(request);
    if (!staff) return refuse(response, 'signed-out');
    const named = endpointSchema.safeParse(request.body);
    if (!named.success) return refuse(response, 'bad-input');
    await calls.unsubscribe(staff.member.id, named.data.endpoint);
    response.json({ done: true });
  });
  router.post('/code', gate.requireStaff(), async (request, response) => {
    const staff = await gate.staffOf(request);
    if (!staff) return refuse(response, 'signed-out');
    response.json({ code: await own.newPhoneCode(staff.member.id) });
  });
  return router;
}
