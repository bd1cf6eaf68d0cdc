/** Answers a call of the simulated Zalo, rightly or as its fault script says. */
import type { Request, Response } from 'express';
import type { World } from './world.ts';

export interface Answering {
  readonly method: string;
  readonly request: Request;
  readonly response: Response;
  /** In the platform's form. */
  readonly refusal: (code: number) => { readonly status: number; readonly json: object };
  /** Does what was asked. */
  readonly work: () => { readonly json: object } | { readonly refuse: number };
}

export function answerWith({ faults }: World, { method, request, response, refusal, work }: Answering): void {
  const fault = faults.next(method);
  const refuse = (code: number) => {
    const { status, json } = refusal(code);
    response.status(status).json(json);
  };
  if (fault === 'hang') return;
  if (fault === 'break-before') return void request.socket.destroy();
  if (fault !== null && typeof fault === 'object') {
    if ('code' in fault) refuse(fault.code);
    else response.status(fault.http).type('html').send('<h1>simulated</h1>');
    return;
  }
  const done = work();
  if ('refuse' in done) refuse(done.refuse);
  else if (fault === 'break-after') request.socket.destroy();
  else if (fault === 'garbled') response.type('json').send(JSON.stringify(done.json).slice(0, 9));
  else response.json(done.json);
}
