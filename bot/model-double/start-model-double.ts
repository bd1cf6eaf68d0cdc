/** The server itself: chat, embeddings and models on a port of 127.0.0.1 that the system chooses. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Request, type Response } from 'express';
import { z } from 'zod';
import { type RecordedCall, readChatRequest } from './chat-request.ts';
import { embedText } from './embed-text.ts';
import { goodMind } from './good/good-mind.ts';
import { hostileMind } from './hostile/hostile-mind.ts';
import { type DoubleMode, type Fault, faults, type Mind, planOf, type Scripted } from './scripted.ts';
import { failAsTold } from './send-fault.ts';
import { sendReply } from './send-reply.ts';

export interface ModelDoubleOptions {
  /** `good` unless told otherwise. */
  readonly mode?: DoubleMode;
  /** What the first calls get, in order; the mode answers from there on. */
  readonly script?: readonly Scripted[];
  /** Of the hostile mode's choices. The same seed and the same calls give the same replies. */
  readonly seed?: string;
  /** Put in the place of the mode's own mind. */
  readonly mind?: Mind;
}

export interface ModelDouble {
  /** With `/v1`, as `OPENAI_BASE_URL` takes it. */
  readonly url: string;
  /** Everything that was asked, in order. */
  readonly calls: readonly RecordedCall[];
  /** From the next call on. */
  turn(mode: DoubleMode): void;
  /** Puts entries behind those of the script that are left. */
  script(...more: readonly Scripted[]): void;
  /** Ends the server and every connection, hanging ones too. */
  stop(): Promise<void>;
}

export async function startModelDouble(options: ModelDoubleOptions = {}): Promise<ModelDouble> {
  const { seed = 'double', script = [] } = options;
  const calls: RecordedCall[] = [];
  const left = [...script];
  let mode = options.mode ?? 'good';
  const minds: Readonly<Record<DoubleMode, Mind>> = {
    good: goodMind,
    hostile: hostileMind(seed),
    faulty: goodMind,
  };
  const nextFault = faultsInTurn();
  const next = () => planOf(left.shift() ?? (mode === 'faulty' ? nextFault() : null));
  const app = express();
  app.use(express.json({ limit: '20mb' }));
  app.use((request, _response, pass) => {
    const authorization = request.get('authorization') ?? null;
    calls.push({ path: request.path, body: request.body, authorization, said: null, lies: [] });
    pass();
  });
  app.get('/v1/models', (_request, response) => void response.json(models));
  app.post('/v1/embeddings', (request, response) => answerSafely(response, () => sendEmbeddings(request, response)));
  app.post('/v1/chat/completions', (request, response) =>
    answerSafely(response, () => {
      const read = readChatRequest(request.body);
      const plan = next();
      const mind = noting(calls, calls.length - 1, plan.mind ?? options.mind ?? minds[mode]);
      return plan.fault === null
        ? sendReply(response, read, mind(read))
        : failAsTold(response, { ...plan, fault: plan.fault, request: read, mind });
    }),
  );
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    calls,
    turn: (to) => {
      mode = to;
    },
    script: (...more) => void left.push(...more),
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What is said is kept with the request it answers. */
const noting =
  (calls: RecordedCall[], at: number, mind: Mind): Mind =>
  (request) => {
    const said = mind(request);
    const call = calls[at];
    if (call) calls[at] = { ...call, said: said.text ?? JSON.stringify(said.calls ?? []), lies: said.lies ?? [] };
    return said;
  };

/** A request that is none gets OpenAI's 400; nothing a test sends may end the server. */
async function answerSafely(response: Response, answer: () => Promise<void> | void): Promise<void> {
  try {
    await answer();
  } catch (cause) {
    const message = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    if (!response.headersSent)
      response.status(400).json({ error: { message, type: 'invalid_request_error', code: null } });
    else response.destroy();
  }
}

const models = {
  object: 'list',
  data: [{ id: 'double', object: 'model', created: 1_790_000_000, owned_by: 'hoi-mot-cua' }],
};

const embeddingsBody = z.looseObject({
  model: z.string(),
  input: z.union([z.string(), z.array(z.string()).min(1)]),
  encoding_format: z.enum(['float', 'base64']).default('float'),
  dimensions: z.number().int().positive().optional(),
});

function sendEmbeddings(request: Request, response: Response): void {
  const { model, input, encoding_format, dimensions } = embeddingsBody.parse(request.body);
  const data = [input].flat().map((text, index) => {
    const vector = embedText(text, dimensions);
    const packed = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64');
    return { object: 'embedding', index, embedding: encoding_format === 'base64' ? packed : [...vector] };
  });
  const spent = [input].flat().join(' ').length;
  response.json({ object: 'list', model, data, usage: { prompt_tokens: spent, total_tokens: spent } });
}

function faultsInTurn(): () => Fault {
  let at = -1;
  return () => {
    at += 1;
    return faults[at % faults.length] ?? 'server-error';
  };
}
