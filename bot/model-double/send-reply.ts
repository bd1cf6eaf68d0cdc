/** Sends a reply whole or as server-sent events, as it was asked for. */
import type { Response } from 'express';
import type { ChatRequest } from './chat-request.ts';
import { chunksOf, completionOf, type Finish, plainFinish } from './chat-wire.ts';
import type { Said } from './scripted.ts';

export function sendReply(
  response: Response,
  request: ChatRequest,
  said: Said,
  finish: Finish = plainFinish(said),
): void {
  if (!request.stream) {
    response.json(completionOf(request, said, finish));
    return;
  }
  openStream(response);
  for (const chunk of chunksOf(request, said, finish)) response.write(eventOf(chunk));
  response.end('data: [DONE]\n\n');
}

export function openStream(response: Response): void {
  response.status(200).set({ 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
}

export const eventOf = (chunk: object): string => `data: ${JSON.stringify(chunk)}\n\n`;
