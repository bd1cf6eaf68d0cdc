/** What a stream shows at once to whoever opens it; a refusal comes back as any other. */
import { WebSocket } from 'ws';
import type { Told } from '../call.ts';

/** With its first frame a stream shows all that was said; nothing comes of an empty talk, in ms. */
const firstFrameMs = 150;

export function readStream(base: string, path: string, headers: Readonly<Record<string, string>>): Promise<Told> {
  const socket = new WebSocket(`${base.replace('http', 'ws')}${path}`, { headers });
  return new Promise((resolve) => {
    let text = '';
    const done = (status: number) => {
      socket.terminate();
      resolve({ status, headers: {}, text, json: null });
    };
    socket.on('message', (data) => {
      text += String(data);
      done(200);
    });
    socket.once('open', () => setTimeout(() => done(200), firstFrameMs));
    socket.once('unexpected-response', (_request, response) => {
      response.on('data', (chunk) => {
        text += String(chunk);
      });
      response.on('end', () => done(response.statusCode ?? 0));
    });
    socket.once('close', (code) => done(code === 4403 ? 403 : 200));
    socket.once('error', () => done(0));
  });
}
