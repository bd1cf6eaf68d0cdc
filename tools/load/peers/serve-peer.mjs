/** One search engine behind an Express route: `node serve-peer.mjs KIND DOCUMENTS.json`; tells its port over IPC. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import express from 'express';

const [kind, file] = process.argv.slice(2);
/** @type {{ id: string, title: string, text: string }[]} */
const documents = JSON.parse(readFileSync(file, 'utf8'));
const most = 10;
process.once('disconnect', () => process.exit(0));
process.on('SIGINT', () => {});

const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** As its documentation shows it, with its own way of cutting words. */
async function openLangChain() {
  const [{ BM25Retriever }, { Document }] = await Promise.all([
    import('@langchain/community/retrievers/bm25'),
    import('@langchain/core/documents'),
  ]);
  const all = documents.map(
    ({ id, title, text }) => new Document({ pageContent: `${title}\n${text}`, metadata: { id } }),
  );
  const retriever = BM25Retriever.fromDocuments(all, { k: most });
  return async (question) => (await retriever.invoke(question)).map(({ metadata }) => metadata.id);
}

/** Names count thrice; beginnings of words count, misspelt words too: what its documentation recommends. */
async function openMiniSearch() {
  const { default: MiniSearch } = await import('minisearch');
  const engine = new MiniSearch({
    fields: ['title', 'text'],
    searchOptions: { boost: { title: 3 }, prefix: true, fuzzy: 0.2 },
  });
  engine.addAll(documents);
  return async (question) =>
    engine
      .search(question)
      .slice(0, most)
      .map(({ id }) => id);
}

const dimensions = 1024;

/** No model is at hand here: words and pairs of words are hashed into a vector and weighed by how rare they are. */
function makeEmbedding() {
  const terms = (text) => {
    const own = words(text);
    return [...own, ...own.slice(1).map((word, at) => `${own[at]} ${word}`)];
  };
  const seen = new Map();
  for (const { title, text } of documents)
    for (const term of new Set(terms(`${title} ${text}`))) seen.set(term, (seen.get(term) ?? 0) + 1);
  const slotOf = (term) => {
    let hash = 2166136261;
    for (let at = 0; at < term.length; at += 1) hash = Math.imul(hash ^ term.charCodeAt(at), 16777619);
    return (hash >>> 0) % dimensions;
  };
  return (text) => {
    const vector = new Array(dimensions).fill(0);
    for (const term of terms(text)) {
      const found = seen.get(term);
      if (found) vector[slotOf(term)] += Math.log(1 + documents.length / found);
    }
    const length = Math.hypot(...vector) || 1;
    return vector.map((value) => value / length);
  };
}

async function openVectra() {
  const { LocalIndex } = await import('vectra');
  const index = new LocalIndex(join(dirname(file), 'vectra'));
  await index.createIndex({ version: 1, deleteIfExists: true });
  const embed = makeEmbedding();
  await index.beginUpdate();
  for (const { id, title, text } of documents)
    await index.insertItem({ vector: embed(`${title} ${title} ${title} ${text}`), metadata: { id } });
  await index.endUpdate();
  return async (question) => {
    const found = await index.queryItems(embed(question), question, most);
    return found.map(({ item }) => item.metadata.id);
  };
}

const open = { 'langchain-bm25': openLangChain, minisearch: openMiniSearch, vectra: openVectra }[kind];
if (!open) throw new Error(`No peer is called ${kind}`);
const search = await open();
const app = express();
app.disable('x-powered-by');
app.get('/search', async (request, response) => {
  response.json({ ids: await search(String(request.query.q ?? '')) });
});
const server = app.listen(0, '127.0.0.1', () => process.send?.({ port: server.address().port }));
