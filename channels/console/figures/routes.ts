/** The API of figures, mounted at /console/api/figures. */
import { type Request, Router } from 'express';
import {
  type FiguresDesk,
  FiguresError,
  figuresCsv,
  type ModelUse,
  type SpeechMaker,
  type StaffMember,
  staffMay,
} from '../../../bot/index.ts';
import { memberOf, reply } from '../api/admit.ts';
import { Refusal, refuseUnknownPath, sayRefusal } from '../api/refusal.ts';
import type { StaffGate } from '../sign-in/index.ts';
import { figuresQuerySchema, figuresSchema, type ModelUseReply, modelUseSchema, wordsSchema } from './schemas.ts';

export interface ModelUseTold {
  /** `null`: none is set. */
  readonly model: string | null;
  readonly state: ModelUseReply['state'];
  readonly days: readonly ModelUse[];
}

export interface FiguresRouteParts {
  readonly gate: StaffGate;
  readonly desk: FiguresDesk;
  /** `Xã Cốc Mỳ, Tỉnh Lào Cai`, `Tỉnh Lào Cai`; `null` for a code that is none. */
  readonly unitName: (code: string) => string | null;
  /** What a language model was asked for, and whether it is asked now; without it there is none to tell of. */
  readonly modelUse?: (member: StaffMember, at: Date) => Promise<ModelUseTold>;
  readonly speak: SpeechMaker;
  readonly onError: (error: unknown) => void;
}

export function figuresRoutes({ gate, desk, unitName, modelUse, speak, onError }: FiguresRouteParts): Router {
  const router = Router();
  const guard = gate.requireStaff('see-figures');
  const read = async (request: Request) => {
    const member = await memberOf(gate, request);
    const ask = figuresQuerySchema.parse(request.query);
    return { member, ask, figures: await desk.read(member, ask, new Date()) };
  };
  router.get('/', guard, async (request, response) => {
    const { member, ask, figures } = await read(request);
    reply(response, figuresSchema, {
      ...figures,
      units: desk.unitsOf(member),
      unitName: ask.unit || member.role !== 'admin' ? unitName(ask.unit ?? member.unit) : null,
      mayReadWords: staffMay(member.role, 'see-inbox'),
    });
  });
  router.get('/file.csv', guard, async (request, response) => {
    const { member, ask, figures } = await read(request);
    await desk.noteDownload(member, { ...ask, week: figures.week });
    response.attachment(`so-lieu-${figures.week}.csv`).type('text/csv; charset=utf-8').send(figuresCsv(figures));
  });
  router.get('/words', guard, gate.requireStaff('see-inbox'), async (request, response) => {
    const member = await memberOf(gate, request);
    reply(response, wordsSchema, await desk.words(member, figuresQuerySchema.parse(request.query)));
  });
  router.get('/model', gate.requireStaff('see-model-use'), async (request, response) => {
    const member = await memberOf(gate, request);
    const none = { model: null, state: 'none', days: [] };
    reply(response, modelUseSchema, (await modelUse?.(member, new Date())) ?? none);
  });
  router.use((error: unknown, _request: unknown, _response: unknown, next: (error: unknown) => void) =>
    next(sayOf(error)),
  );
  router.use(refuseUnknownPath, sayRefusal(speak('vi', null), onError));
  return router;
}

/** Our own words for what the desk refuses. */
function sayOf(error: unknown): unknown {
  if (!(error instanceof FiguresError)) return error;
  return error.code === 'unknown'
    ? new Refusal('unknown', { say: 'consoleFigures.unknown' })
    : new Refusal('bad-input', { say: 'consoleFigures.week' });
}
