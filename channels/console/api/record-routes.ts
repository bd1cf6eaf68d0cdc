/** What leaves the console or opens what was closed: transcript, contact, a filed case. Each is in the audit log. */
import { Router } from 'express';
import { escapeHtml } from '../../web/html.ts';
import { admit, handOffIdOf, memberOf, reply } from './admit.ts';
import type { ConsoleApi } from './api-parts.ts';
import { Refusal } from './refusal.ts';
import { contactSchema, dossierRequestSchema, dossierSchema, reasonSchema, transcriptQuerySchema } from './schemas.ts';

const one = '/hand-offs/:id';

export function recordRoutes(api: ConsoleApi): Router {
  const { desk, gate, dossiers } = api;
  const router = Router();
  router.get(`${one}/transcript`, ...admit(api, 'take-transcript'), async (request, response) => {
    const id = handOffIdOf(request);
    const text = await desk.transcript(await memberOf(gate, request), id);
    if (transcriptQuerySchema.parse(request.query).print !== undefined) {
      response.type('html').send(printPage(text));
      return;
    }
    response
      .attachment(`hoi-mot-cua-${id.slice(0, 8)}.txt`)
      .type('text/plain; charset=utf-8')
      .send(text);
  });
  router.post(`${one}/contact`, ...admit(api, 'reveal-contact'), async (request, response) => {
    const { reason } = reasonSchema.parse(request.body);
    const contact = await desk.revealContact(await memberOf(gate, request), handOffIdOf(request), reason);
    reply(response, contactSchema, { contact });
  });
  router.post(`${one}/dossier`, ...admit(api, 'see-dossier'), async (request, response) => {
    const { code, reason } = dossierRequestSchema.parse(request.body);
    const member = await memberOf(gate, request);
    // Only from a talk that is his to see: the desk answers for that.
    const { handOff } = await desk.talk(member, handOffIdOf(request));
    const found = await dossiers.byCode(member, { handOff, code, reason });
    if (!found) throw new Refusal('unknown', { say: 'consoleError.no-dossier' });
    reply(response, dossierSchema, found);
  });
  return router;
}

/** To be printed as it is; no script, no outside style. */
const printPage = (text: string): string =>
  `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>Bản ghi cuộc trao đổi</title>
<link rel="stylesheet" href="/assets/plain.css"></head>
<body><main><pre class="transcript">${escapeHtml(text)}</pre></main></body></html>`;
