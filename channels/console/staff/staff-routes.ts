/** Accounts of staff: an admin keeps them, a supervisor sees those of his unit. */
import express, { type Request, type Response, Router } from 'express';
import { type ListedStaff, type StaffDeed, type StaffDesk, StaffDeskError, staffMay } from '../../../bot/index.ts';
import { refuse, type SignedIn, type StaffGate } from '../sign-in/gate.ts';
import { staffPaths } from '../sign-in/staff-page.ts';
import { changeSchema, invitationSchema, type StaffList } from './schemas.ts';

export interface StaffRouteParts {
  readonly gate: StaffGate;
  readonly desk: StaffDesk;
  /** Our own address as browsers know it; `null`: as each request names it. */
  readonly publicUrl: string | null;
}

export function staffRoutes({ gate, desk, publicUrl }: StaffRouteParts): Router {
  const router = Router();
  router.use(express.json({ limit: '16kb' }));
  /** Runs for whoever may; faults of the desk become answers. */
  const call = (deed: StaffDeed, run: (by: SignedIn, request: Request) => Promise<unknown>) =>
    [
      gate.requireStaff(deed),
      async (request: Request, response: Response) => {
        const staff = await gate.staffOf(request);
        if (!staff) return refuse(response, 'signed-out');
        try {
          response.json((await run(staff, request)) ?? { done: true });
        } catch (error) {
          if (!(error instanceof StaffDeskError)) throw error;
          refuse(response, error.code);
        }
      },
    ] as const;
  const linkOf = (request: Request, { staffId, token }: { staffId: string; token: string }) => ({
    id: staffId,
    link: `${publicUrl ?? `${request.protocol}://${request.get('host')}`}${staffPaths.activate}/${token}`,
  });
  const idOf = (request: Request) => String(request.params.id);
  const list = async ({ member }: SignedIn): Promise<StaffList> => ({
    staff: (await desk.list(member)).map(listedOf),
    mayManage: staffMay(member.role, 'manage-staff'),
  });
  router.get('/', ...call('list-staff', list));
  router.post(
    '/',
    ...call('manage-staff', async ({ member }, request) =>
      linkOf(request, await desk.invite(member, invitationSchema.parse(request.body))),
    ),
  );
  router.patch(
    '/:id',
    ...call('manage-staff', ({ member }, request) =>
      desk.change(member, idOf(request), changeSchema.parse(request.body)),
    ),
  );
  const orders = {
    invite: async (member, request) => linkOf(request, await desk.inviteAgain(member, idOf(request))),
    'reset-second-factor': async (member, request) =>
      linkOf(request, await desk.resetSecondFactor(member, idOf(request))),
    close: (member, request) => desk.close(member, idOf(request)),
    reopen: (member, request) => desk.reopen(member, idOf(request)),
    unlock: (member, request) => desk.unlock(member, idOf(request)),
    'end-sessions': async (member, request) => ({ ended: await desk.endSessions(member, idOf(request)) }),
  } satisfies Record<string, (member: SignedIn['member'], request: Request) => Promise<unknown>>;
  for (const [name, run] of Object.entries(orders))
    router.post(`/:id/${name}`, ...call('manage-staff', ({ member }, request) => run(member, request)));
  router.get('/:id/sessions', ...call('manage-staff', ({ member }, request) => desk.sessions(member, idOf(request))));
  return router;
}

const listedOf = ({ hasPassword: activated, ...staff }: ListedStaff): StaffList['staff'][number] => ({
  ...staff,
  skills: [...staff.skills],
  activated,
  signedInAt: staff.signedInAt?.toISOString() ?? null,
});
