/** Who is signed in, whether he is at hand, and whom and where a talk can be passed on to. */
import { Router } from 'express';
import { type StaffMember, staffMay, staffRights } from '../../../bot/index.ts';
import { admit, memberOf, reply, signedIn } from './admit.ts';
import type { ConsoleApi } from './api-parts.ts';
import { colleaguesSchema, desksSchema, meSchema, presenceSchema, unitsSchema } from './schemas.ts';

export function meRoutes(api: ConsoleApi): Router {
  const { gate, staff, desk, serving, vapidKey, copilot } = api;
  const router = Router();
  router.get('/me', ...admit(api), async (request, response) => {
    const { member, csrf } = await signedIn(gate, request);
    const { presence } = await staff.presence.of(member.id);
    const unitName = serving().unitName(member.unit);
    const rights = staffRights[member.role];
    const hasCopilot = copilot !== null && rights.includes('use-copilot');
    reply(response, meSchema, { member, unitName, rights, csrf, presence, vapidKey, hasCopilot });
  });
  router.put('/presence', ...admit(api), async (request, response) => {
    const { state, reason = null } = presenceSchema.parse(request.body);
    const { member, sessionId } = await signedIn(gate, request);
    await staff.presence.set(member.id, sessionId, state, reason);
    response.status(204).end();
  });
  router.get('/colleagues', ...admit(api, 'see-inbox'), async (request, response) => {
    reply(response, colleaguesSchema, await desk.colleagues(await memberOf(gate, request)));
  });
  router.get('/desks', ...admit(api, 'see-inbox'), async (request, response) => {
    const { unit } = await memberOf(gate, request);
    const staffed = await staff.presence.list(unit.length === 5 ? unit : null);
    const names = staffed.flatMap(({ member }) => (worksOnTalks(member) && member.desk !== null ? [member.desk] : []));
    reply(
      response,
      desksSchema,
      [...new Set(names)].map((name) => ({ name, address: null })),
    );
  });
  router.get('/units', ...admit(api, 'see-inbox'), async (_request, response) => {
    const staffed = (await staff.presence.list()).filter(({ member }) => worksOnTalks(member));
    const codes = [...new Set(staffed.map(({ member }) => member.unit))].filter((code) => code.length === 5);
    const named = codes.flatMap((code) => {
      const name = serving().unitName(code);
      return name === null ? [] : [{ code, name }];
    });
    reply(response, unitsSchema, named);
  });
  return router;
}

/** A desk or a commune where nobody takes talks is no place to pass one on to. */
const worksOnTalks = ({ role }: StaffMember): boolean => staffMay(role, 'answer');
