/**
 * `npm run knowledge -- …`: the commands of `knowledge/cli.ts`; after `lint`, every way of asking is tried on the search
 * engine. `knowledge/` may not know `retrieval/`, so the two meet here.
 */
import { join } from 'node:path';
import { KnowledgeFileError, loadKnowledge } from '../knowledge/index.ts';
import { describeLostWay, documentsOf, lostWays, openSearchEngine } from '../retrieval/index.ts';

await import('../knowledge/cli.ts');

const say = (text: string) => process.stdout.write(`${text}\n`);

/** Exit code: 1 when a way of asking brings another procedure first; a sibling, or nothing, is a warning. */
async function lintWays(): Promise<number> {
  const knowledge = loadKnowledge(join(import.meta.dirname, '../knowledge'));
  const entries = [...knowledge.guides, ...knowledge.cards];
  const lost = lostWays(entries, await openSearchEngine(documentsOf(knowledge)), 'say');
  const wrong = lost.filter(({ kin, found }) => !kin && found !== null);
  for (const way of lost) say(`${wrong.includes(way) ? '' : 'warning: '}${describeLostWay(way)}`);
  const ways = entries.reduce((sum, entry) => sum + entry.ways.length, 0);
  say(`${ways} ways of asking, ${wrong.length} bring another procedure, ${lost.length - wrong.length} warnings`);
  return wrong.length === 0 ? 0 : 1;
}

const [command, ...codes] = process.argv.slice(2);
if (command === 'lint' && codes.length === 0) {
  try {
    process.exitCode = Math.max(Number(process.exitCode ?? 0), await lintWays());
  } catch (error) {
    // A broken file has been told already.
    if (!(error instanceof KnowledgeFileError)) throw error;
  }
}
