/** Our own search alone, behind the same route as the peers: what is left when talk, store and checks are taken away. */
import { join } from 'node:path';
import express from 'express';
import { loadKnowledge } from '../../../knowledge/index.ts';
import { documentsOf, openSearchEngine } from '../../../retrieval/index.ts';

process.once('disconnect', () => process.exit(0));
process.on('SIGINT', () => {});
const folder = join(import.meta.dirname, '../../../knowledge');
const engine = await openSearchEngine(documentsOf(loadKnowledge(folder)));
const app = express();
app.disable('x-powered-by');
app.get('/search', (request, response) => {
  const { hits } = engine.search(String(request.query.q ?? ''), { limit: 10 });
  response.json({ ids: hits.map(({ id }) => id) });
});
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
});
