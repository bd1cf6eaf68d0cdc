import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..');

/** What a browser runs, what only tests run, and commands of an operator's. */
const notServed =
  /\.test\.tsx?$|\/test-|\/test\/|\/simulator\/|^(tools|evaluations|deploy)\/|\/page\/|-page\/|^channels\/pages\/|model-double|\/embed\//;

/** Its callers bound what it reads: a library takes it in place of `fetch`. */
const bounds = 'knowledge/bounded-fetch.ts';

const sources = globSync('{*,bot,channels,knowledge,retrieval,serve}/**/*.ts', { cwd: root })
  .concat(globSync('*.ts', { cwd: root }))
  .filter((file, at, all) => all.indexOf(file) === at && !file.startsWith('node_modules') && !notServed.test(file))
  .map((file) => ({
    file,
    text: readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''),
  }));

const calls = sources.flatMap(({ file, text }) =>
  [
    ...text.matchAll(/(?<![\w.])(?:await |return )?(?:parts\.|options\.)?(?:fetch|ownFetch)\((?!\)|address\b.*=>)/g),
  ].map(({ index }) => ({ file, text, call: text.slice(index, index + 700) })),
);

describe('every call to the outside', () => {
  it('is found by this walk', () => {
    const found = new Set(calls.map(({ file }) => file));
    for (const file of [
      'bot/model/gate/guarded-fetch.ts',
      'channels/console/phones/push-sender.ts',
      'channels/hotline/stringee/call-api.ts',
      'channels/hotline/stringee/fetch-recording.ts',
      'channels/kiosk/tickets/rest-tickets.ts',
      'channels/speech/engines/ask-server.ts',
      'channels/zalo/call/ask.ts',
      'channels/zalo/door/fetch-sound.ts',
      'knowledge/dossiers/remote/call-source.ts',
    ])
      expect(found).toContain(file);
  });

  it.each(calls.filter(({ file }) => file !== bounds).map((one) => [one.file, one] as const))(
    'has a time limit, a limit of size and no way elsewhere: %s',
    (file, { text, call }) => {
      if (/customFetch/.test(text)) return;
      expect(call).toMatch(/redirect: '(manual|error)'|listen\.fetch/);
      expect(call).toMatch(/signal/);
      expect(`${file} ${text}`).toMatch(/most\w*|largest\w*|maxBytes|readReply|body\?\.cancel\(\)|boundedFetch/i);
    },
  );

  it('by a library is bounded in time and size', () => {
    const withLibrary = sources.filter(({ text }) => /from 'openid-client'/.test(text));
    expect(withLibrary.length).toBeGreaterThan(1);
    for (const { text } of withLibrary) {
      expect(text).toMatch(/\[(oidc\.)?customFetch\]/);
      expect(text).toMatch(/boundedFetch\(/);
      expect(text).toMatch(/timeout/);
    }
  });

  it('goes by fetch alone', () => {
    const other = sources.filter(({ text }) => /\b(https?\.(get|request)\(|from 'undici'|axios|node-fetch)/.test(text));
    expect(other.map(({ file }) => file)).toEqual([]);
  });
});
