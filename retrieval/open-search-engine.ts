/** Opens the engine over documents: from disk when the same build is there, else building it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SearchDocument } from './documents/search-document.ts';
import { vocabularyOf } from './lexical/index-vocabulary.ts';
import { buildLexicalIndex, type Documents } from './lexical/lexical-index.ts';
import { sketcher } from './likeness/sketch.ts';
import { searcher } from './ranking/searcher.ts';
import { analyse } from './reading/analyse.ts';
import type { SearchEngine } from './search-engine.ts';
import { findBuild, nameOfBuild, swapIn } from './storage/build-folder.ts';
import { type BuiltIndex, packIndex, unpackIndex } from './storage/index-file.ts';
import type { Embedder } from './vectors/embedder.ts';
import { learnLatentSpace } from './vectors/latent-space.ts';
import { latentVectors } from './vectors/latent-vectors.ts';
import { type FlatVectorIndex, flatVectorIndex } from './vectors/vector-index.ts';
import { readVectraIndex, writeVectraIndex } from './vectors/vectra-index.ts';

export interface OpenOptions {
  /** Where builds are kept; nothing is kept without it. */
  readonly cacheFolder?: string;
  /** False leaves the ways of asking out. */
  readonly ways?: boolean;
  /** Adds its vectors to `find`; `search` stays offline. */
  readonly embedder?: Embedder;
  /** One line for each step that takes time. */
  readonly onProgress?: (text: string) => void;
}

/** Changes when a build of the same documents would come out differently. */
const buildVersion = '3';
const files = { index: 'index.bin', latent: 'latent', outside: 'outside' };

/**
 * Opens the engine. Documents given as an array are kept on disk and found there again; a stream is built anew each time.
 * Rejects only when the disk or the embedder fails while building; a broken build on disk is built anew.
 */
export async function openSearchEngine(documents: Documents, options: OpenOptions = {}): Promise<SearchEngine> {
  const { cacheFolder, embedder } = options;
  if (!cacheFolder || !Array.isArray(documents)) return engineOf(await build(documents, options), embedder);
  const all: readonly SearchDocument[] = documents;
  const name = nameOfBuild([buildVersion, String(options.ways ?? true), embedder?.name ?? '', ...documentParts(all)]);
  const kept = await findBuild(cacheFolder, name);
  const loaded = kept ? await load(kept, all, embedder).catch(() => null) : null;
  if (loaded) return engineOf(loaded, embedder);
  const built = await build(all, options);
  await swapIn(cacheFolder, name, (draft) => save(draft, built));
  return engineOf(built, embedder);
}

interface Opened extends BuiltIndex {
  readonly latent: FlatVectorIndex;
  readonly outside: FlatVectorIndex | null;
}

function* documentParts(documents: readonly SearchDocument[]): Generator<string> {
  for (const { body, ...facts } of documents) {
    yield JSON.stringify(facts);
    yield* Object.values(body);
  }
}

async function build(
  documents: Documents,
  { ways = true, embedder, onProgress = () => undefined }: OpenOptions,
): Promise<Opened> {
  onProgress('Lập chỉ mục chữ');
  const texts: string[] = [];
  const lexical = await buildLexicalIndex(
    embedder ? noting(documents, (document) => texts.push(textOf(document, ways))) : documents,
    { ways },
  );
  onProgress(`Học không gian nghĩa của ${lexical.facts.length} thủ tục`);
  const space = learnLatentSpace(lexical);
  const latent = flatVectorIndex(latentVectors(lexical, space));
  if (!embedder) return { lexical, space, latent, outside: null };
  onProgress(`Lấy véc-tơ từ ${embedder.name}`);
  const vectors = await embedder.embedDocuments(texts);
  const outside = flatVectorIndex(
    lexical.facts.map(({ id }, at) => ({ id, vector: Float32Array.from(vectors[at] ?? []) })),
  );
  return { lexical, space, latent, outside };
}

async function* noting(documents: Documents, note: (document: SearchDocument) => void): AsyncGenerator<SearchDocument> {
  for await (const document of documents) {
    note(document);
    yield document;
  }
}

/** What an embedder outside reads of a document: its names and the ways of asking. */
const textOf = ({ title, plainTitle, ways, field }: SearchDocument, withWays: boolean): string =>
  [title, plainTitle, ...(withWays ? ways.map(({ say }) => say) : []), field].filter(Boolean).join('. ');

async function save(draft: string, { lexical, space, latent, outside }: Opened): Promise<void> {
  const { writeWhole } = await import('./vectors/atomic-storage.ts');
  await writeWhole(join(draft, files.index), packIndex({ lexical, space }));
  await writeVectraIndex(join(draft, files.latent), latent.items());
  if (outside) await writeVectraIndex(join(draft, files.outside), outside.items());
}

async function load(
  folder: string,
  documents: readonly SearchDocument[],
  embedder: Embedder | undefined,
): Promise<Opened> {
  const built = unpackIndex(new Uint8Array(await readFile(join(folder, files.index))));
  const ids = documents.map(({ id }) => id);
  const latent = await readVectraIndex(join(folder, files.latent), ids);
  return { ...built, latent, outside: embedder ? await readVectraIndex(join(folder, files.outside), ids) : null };
}

function engineOf(opened: Opened, embedder: Embedder | undefined): SearchEngine {
  const search = searcher(opened, opened.latent);
  const { outside } = opened;
  const vocabulary = vocabularyOf(opened.lexical);
  // The lexicon of neighbours is read at the first question: let that be ours.
  search('đăng ký khai sinh');
  return {
    size: opened.lexical.facts.length,
    sketch: sketcher(opened, (text) => analyse(text, vocabulary)),
    search: (text, options) => search(text, options),
    async find(text, options) {
      if (!embedder || !outside) return search(text, options);
      // The embedder only ever adds: without it the answer is the offline one.
      const vector = await embedder.embedQuery(text).catch(() => null);
      return search(text, options, vector ? outside.scores(Float32Array.from(vector)) : undefined);
    },
  };
}
