import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const project = join(import.meta.dirname, '../..');
const folders = ['bot', 'channels', 'knowledge', 'retrieval', 'serve'];
/** Loads the agent's library, and is itself loaded with the first run of the co-pilot. */
const loadedLater = 'bot/copilot/run-agent.ts';
const isProduct = (file: string) =>
  file.endsWith('.ts') && file !== loadedLater && !/\.test\.ts$|(?:^|\/)test-|model-double\/|\/page\//.test(file);
const files = [
  ...folders.flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true }).map((file) => join(folder, String(file))),
  ),
  'main.ts',
  'config.ts',
  'assemble.ts',
  'model-settings.ts',
].filter(isProduct);

/** LangChain's core is there for the search's public type. An import that runs when the file is loaded; `import type` and `import()` are none. */
const atLoad = /^import (?!type\b)[^;]*? from '((?:@langchain\/openai|langchain|openai|langsmith)[^']*)'/gms;

it('nothing of a language model’s client is loaded before the first call', () => {
  const found = files.flatMap((file) =>
    [...readFileSync(join(project, file), 'utf8').matchAll(atLoad)].flatMap(([whole, name]) =>
      /^import \{\s*(?:type [^,}]+,?\s*)+\}/.test(whole) ? [] : [`${file}: ${name}`],
    ),
  );
  expect(found).toEqual([]);
});

it('what loads the agent is loaded by nobody at start', () => {
  const atStart = /^import (?!type\b)(?![^;]*\{\s*type [^,}]+\}\s*from)[^;]*? from '[^']*\/run-agent\.ts'/m;
  expect(files.filter((file) => atStart.test(readFileSync(join(project, file), 'utf8')))).toEqual([]);
});
