/** The beginning of a live stream, which does not end by itself; a refusal comes back as any other. */
import { get } from 'node:http';
import type { Told } from '../call.ts';

/** Nothing more comes to a console where nothing happens, in ms. */
const listenMs = 100;

export const readEvents = (url: string, headers: Readonly<Record<string, string>>): Promise<Told> =>
  new Promise((resolve) => {
    let text = '';
    const asked = get(url, { headers, agent: false }, (reply) => {
      const done = () => {
        asked.destroy();
        resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text, json: null });
      };
      reply.on('data', (chunk) => {
        text += String(chunk);
      });
      reply.once('end', done).once('error', done);
      setTimeout(done, listenMs);
    });
    asked.once('error', () => resolve({ status: 0, headers: {}, text, json: null }));
  });
