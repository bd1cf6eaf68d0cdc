import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import supertest from 'supertest';
import { chatFiles, serveChatFiles } from './built-page.ts';
import { builtFolder, ensureBuilt, isStale } from './ensure-built.ts';

const budget = 60_000;

describe('the built chat page', () => {
  beforeAll(ensureBuilt, 60_000);

  it('is at most 60 kB of gzipped JavaScript in all', () => {
    const scripts = readdirSync(builtFolder).filter((name) => name.endsWith('.js'));
    const bytes = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(builtFolder, name))).length, 0);
    expect(scripts.length).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(budget);
  });

  it('is fresh after a build and stale where nothing is built', () => {
    expect(isStale()).toBe(false);
    expect(isStale(join(builtFolder, 'nowhere'))).toBe(true);
  });

  it('names no other host', () => {
    for (const name of readdirSync(builtFolder).filter((one) => /\.(js|css)$/.test(one))) {
      const hosts = readFileSync(join(builtFolder, name), 'utf8').match(/https?:\/\/[^"'`\s)\\/]+/g) ?? [];
      expect(hosts.filter((host) => host !== 'http://www.w3.org')).toEqual([]);
    }
  });

  it('makes and evaluates no code, and writes no markup', () => {
    const script = readFileSync(join(builtFolder, chatFiles()?.script.split('/').at(-1) ?? ''), 'utf8');
    expect(script).not.toMatch(/\beval\(|new Function|document\.write|insertAdjacentHTML/);
  });

  it('is served packed to whoever can unpack, plain to others, to be kept for long', async () => {
    const app = express().use(serveChatFiles());
    const { script = '' } = chatFiles() ?? {};
    const packed = await supertest(app)
      .get(script)
      .buffer()
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts)));
      });
    const plain = await supertest(app).get(script).set('accept-encoding', 'identity');
    expect(packed.headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-type': expect.stringMatching('javascript'),
    });
    expect(packed.headers['cache-control']).toMatch('immutable');
    expect(plain.headers['content-encoding']).toBeUndefined();
    const body = packed.body as Buffer;
    const text = body[0] === 0x1f ? gunzipSync(body).toString() : body.toString();
    expect(text).toBe(plain.text ?? plain.body.toString());
  });
});
