/** The API of editors and of practice: one router, to be mounted at /console/api/editorial. */
import express, { type ErrorRequestHandler, type Request, type RequestHandler, Router } from 'express';
import { z } from 'zod';
import {
  type CaughtDesk,
  type EditorialDesk,
  EditorialError,
  type EditorialErrorCode,
  type PracticeDesk,
  type SampleDesk,
  type SpeechMaker,
  type StaffDeed,
  type StaffMember,
} from '../../../bot/index.ts';
import { quoteError } from '../../web/trace/quote-error.ts';
import type { StaffGate } from '../sign-in/index.ts';
import { caughtRoutes } from './caught-routes.ts';
import { draftRoutes } from './draft-routes.ts';
import { practiceRoutes } from './practice-routes.ts';
import { sampleRoutes } from './sample-routes.ts';

export interface EditorialApiParts {
  readonly gate: StaffGate;
  readonly desk: EditorialDesk;
  readonly samples: SampleDesk;
  readonly practice: PracticeDesk;
  /** Without it nothing is told of a model's drafts. */
  readonly caught?: CaughtDesk;
  readonly speak: SpeechMaker;
  /** Told of each error that is ours. */
  readonly onError: (error: unknown) => void;
}

/** Whoever may, with a body read: in front of every route. */
export type Admit = (deed: StaffDeed) => RequestHandler[];
export interface Routing {
  readonly admit: Admit;
  readonly memberOf: (request: Request) => Promise<StaffMember>;
}

export function makeEditorialApi(parts: EditorialApiParts): Router {
  const { gate, speak, onError } = parts;
  const body = express.json({ limit: '128kb' });
  const routing: Routing = {
    admit: (deed) => [gate.requireStaff(deed), body],
    async memberOf(request) {
      const staff = await gate.staffOf(request);
      if (!staff) throw new EditorialError('forbidden', 'Nobody is signed in.');
      return staff.member;
    },
  };
  const router = Router();
  router.use(draftRoutes(parts.desk, routing));
  router.use(sampleRoutes(parts.samples, routing));
  router.use(practiceRoutes(parts.practice, routing));
  if (parts.caught) router.use(caughtRoutes(parts.caught, routing));
  router.use(() => {
    throw new EditorialError('unknown', 'There is no such path.');
  });
  router.use(sayRefusal(speak('vi', null), onError));
  return router;
}

const statusOf: Readonly<Record<EditorialErrorCode, number>> = {
  forbidden: 403,
  unknown: 404,
  lost: 409,
  'own-draft': 409,
  'wrong-state': 409,
  faulty: 422,
  'bad-input': 400,
};

const sayRefusal =
  (speech: ReturnType<SpeechMaker>, onError: (error: unknown) => void): ErrorRequestHandler =>
  (thrown, _request, response, next) => {
    if (response.headersSent) return next(thrown);
    const code = codeOf(thrown);
    if (code === null) onError(thrown);
    const quote = code === null ? quoteError(speech) : '';
    const message = `${speech.say(`editorialError.${code ?? 'unavailable'}`)}${quote}`;
    response.status(code === null ? 503 : statusOf[code]).json({ error: { code: code ?? 'unavailable', message } });
  };

/** `null`: a fault of ours. */
function codeOf(thrown: unknown): EditorialErrorCode | null {
  if (thrown instanceof EditorialError) return thrown.code;
  if (thrown instanceof z.ZodError) return 'bad-input';
  const status = typeof thrown === 'object' && thrown !== null && 'status' in thrown ? thrown.status : null;
  return typeof status === 'number' && status >= 400 && status < 500 ? 'bad-input' : null;
}

/** The id of the path; what is none at all is answered as one that is not there. */
export function idOf(request: Request): string {
  const parsed = z.uuid().safeParse(request.params.id);
  if (parsed.success) return parsed.data;
  throw new EditorialError('unknown', 'There is no such thing.');
}
