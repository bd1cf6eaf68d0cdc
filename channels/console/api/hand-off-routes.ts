/** The inbox, one talk, taking it over. The desk checks unit, desk and claim; what is not his is not there. */
import { Router } from 'express';
import type { HandOff, StaffMember } from '../../../bot/index.ts';
import { admit, handOffIdOf, memberOf, reply } from './admit.ts';
import type { ConsoleApi } from './api-parts.ts';
import {
  claimSchema,
  fenceSchema,
  inboxQuerySchema,
  inboxSchema,
  labelsSchema,
  noteSchema,
  talkQuerySchema,
  talkSchema,
} from './schemas.ts';

const one = '/hand-offs/:id';

export function handOffRoutes(api: ConsoleApi): Router {
  const { desk, gate } = api;
  const router = Router();
  router.get('/hand-offs', ...admit(api, 'see-inbox'), async (request, response) => {
    const { list, ...filter } = inboxQuerySchema.parse(request.query);
    reply(response, inboxSchema, await desk.inbox(await memberOf(gate, request), { list, ...given(filter) }));
  });
  router.get(one, ...admit(api, 'see-inbox'), async (request, response) => {
    const { after = 0 } = talkQuerySchema.parse(request.query);
    const member = await memberOf(gate, request);
    const talk = await desk.talk(member, handOffIdOf(request), after);
    reply(response, talkSchema, { ...talk, ...(await besideTalk(api, member, { handOff: talk.handOff, after })) });
  });
  router.post(`${one}/claim`, ...admit(api, 'answer'), async (request, response) => {
    reply(response, claimSchema, await desk.claim(await memberOf(gate, request), handOffIdOf(request)));
  });
  router.post(
    `${one}/keep`,
    ...admit(api, 'answer', { background: true, counts: 'looks' }),
    async (request, response) => {
      const claim = { handOffId: handOffIdOf(request), ...fenceSchema.parse(request.body) };
      reply(response, claimSchema, await desk.keep(await memberOf(gate, request), claim));
    },
  );
  router.post(`${one}/notes`, ...admit(api, 'answer'), async (request, response) => {
    await desk.note(await memberOf(gate, request), handOffIdOf(request), noteSchema.parse(request.body).text);
    response.status(204).end();
  });
  router.put(`${one}/labels`, ...admit(api, 'answer'), async (request, response) => {
    await desk.label(await memberOf(gate, request), handOffIdOf(request), labelsSchema.parse(request.body).labels);
    response.status(204).end();
  });
  return router;
}

/** Only what was asked for: a filter that is not there is no filter. */
function given<T extends object>(filter: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(filter).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/**
 * His own claim, where he holds it: a page that was loaded anew goes on with it. Then alone the dossiers that he may see:
 * a look in passing opens nobody's case.
 */
async function besideTalk(api: ConsoleApi, member: StaffMember, { handOff, after }: Looked) {
  const { id: handOffId, fence, owner } = handOff;
  if (owner?.id !== member.id) return { claim: null, dossiers: null };
  api.live.watch(member, handOffId);
  const claim = await api.desk.keep(member, { handOffId, fence }).catch(() => null);
  return { claim, dossiers: await api.panels.of(member, handOff, after > 0) };
}

interface Looked {
  readonly handOff: HandOff;
  /** 0: he opened it; else his page reads on. */
  readonly after: number;
}
