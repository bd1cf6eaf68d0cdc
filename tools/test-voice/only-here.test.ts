import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..');
const sources = ['knowledge', 'retrieval', 'bot', 'channels', 'serve', 'evaluations', 'tools'];
const isSource = (name: string) => /\.(?:ts|tsx|mjs|js)$/.test(name);

/** Paths under the root, of the composition root too. */
function filesOf(): string[] {
  const inFolders = sources.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && isSource(entry.name))
      .map(({ parentPath, name }) => relative(root, join(parentPath, name)).split(sep).join('/')),
  );
  return [...inFolders, ...readdirSync(root).filter(isSource)].filter((name) => !name.includes('node_modules'));
}

/** GPL engines of espeak-ng, and the one that says it is not. */
const engines = /['"`](?:@echogarden\/espeak-ng-emscripten|espeak-ng|text2wav|mespeak)['"`]/;
const loads = (text: string) =>
  text.split('\n').some((line) => engines.test(line) && /\b(?:import|require|from|resolve)\b/.test(line));

describe('the engine of espeak-ng', () => {
  it('is loaded by the process of the voice for tests, and by nothing else', () => {
    const loading = filesOf().filter((name) => loads(readFileSync(join(root, name), 'utf8')));
    expect(loading).toEqual(['tools/test-voice/engine.ts']);
  });

  it('is entered by the program of its own alone: nobody gets it into his process by a detour', () => {
    const enters = (name: string) => /from '[^']*\bengine\.ts'/.test(readFileSync(join(root, name), 'utf8'));
    const entering = filesOf().filter((name) => name.startsWith('tools/') && enters(name));
    expect(entering).toEqual(['tools/test-voice/espeak-ng.ts']);
  });

  it('stands among what only developers install', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(Object.keys(dependencies).filter((name) => engines.test(`'${name}'`))).toEqual([]);
    expect(Object.keys(devDependencies)).toContain('@echogarden/espeak-ng-emscripten');
  });
});
