import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

/**
 * They drive a personal Zalo account by imitating its app, which Zalo's terms forbid and which gets accounts locked.
 * Beside them, clients that we do not depend on: dead, or with a whole product behind them.
 */
const forbidden = [
  'zca-js',
  'zca',
  'zalo-chat-api',
  '@openclaw/zalouser',
  'zlapi',
  'zca-cli',
  'openzca',
  'zalo-personal',
];
const unwanted = [
  'zalo-sdk',
  'zalo-api',
  'zalo-oa',
  'node-zalo-bot',
  'zalo-bot-js',
  '@openclaw/zalo',
  '@warriorteam/redai-zalo-sdk',
];

describe('the packages that are installed', () => {
  const lock: { packages: Record<string, { name?: string; resolved?: string; dependencies?: object }> } = JSON.parse(
    readFileSync(join(import.meta.dirname, '..', '..', 'package-lock.json'), 'utf8'),
  );
  const names = Object.entries(lock.packages).flatMap(([path, { name, dependencies = {} }]) => [
    path.split('node_modules/').at(-1) ?? '',
    ...(name ? [name] : []),
    ...Object.keys(dependencies),
  ]);

  it('are read', () => expect(names).toContain('express'));
  it.each([...forbidden, ...unwanted])('hold no %s', (name) => expect(names).not.toContain(name));
  it('hold nothing whose name speaks of Zalo', () => {
    expect(names.filter((name) => /zalo|(^|[-/])zca([-/]|$)/i.test(name))).toEqual([]);
  });
});
