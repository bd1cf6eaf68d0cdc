import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import supertest from 'supertest';
import { builtFiles } from '../../pages/built-page.ts';
import { consolePageRoutes } from '../page-routes.ts';
import { builtConsoleFolder, ensureConsoleBuilt, isConsoleStale } from './ensure-built.ts';

const budget = 80_000;
const filesOf = (pattern: RegExp) => readdirSync(builtConsoleFolder).filter((name) => pattern.test(name));

describe('the built console', () => {
  beforeAll(ensureConsoleBuilt, 60_000);

  it('is at most 80 kB of gzipped JavaScript in all', () => {
    const sizes = filesOf(/\.js$/).map((name) => gzipSync(readFileSync(join(builtConsoleFolder, name))).length);
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(budget);
  });

  it('is fresh after a build', () => {
    expect(isConsoleStale()).toBe(false);
    expect(isConsoleStale(join(builtConsoleFolder, 'nowhere'))).toBe(true);
  });

  it('names no other host, makes and evaluates no code, and writes no markup', () => {
    for (const name of filesOf(/\.(js|css)$/)) {
      const text = readFileSync(join(builtConsoleFolder, name), 'utf8');
      const hosts = text.match(/https?:\/\/[^"'`\s)\\/]+/g) ?? [];
      expect(hosts.filter((host) => host !== 'http://www.w3.org')).toEqual([]);
      expect(text).not.toMatch(/\beval\(|new Function|document\.write|insertAdjacentHTML/);
    }
  });

  it('brings none of the checks of the server along', () => {
    for (const name of filesOf(/\.js$/))
      expect(readFileSync(join(builtConsoleFolder, name), 'utf8')).not.toMatch(/ZodError/);
  });
});

describe('the address of a view', () => {
  const app = (isSignedIn: boolean) =>
    express().use('/console', consolePageRoutes({ isSignedIn: async () => isSignedIn, files: builtFiles('console') }));

  it('is the page for whoever is signed in, without a script or a style in it', async () => {
    const reply = await supertest(app(true)).get('/console/cuoc/abc?ds=mine').expect(200);
    expect(reply.text).toMatch(/<script type="module" src="\/console\/assets\/page\/main-/);
    expect(reply.text).not.toMatch(/<style|<script>|style="|onclick/);
    expect(reply.headers['cache-control']).toBe('no-store');
  });

  it('leads whoever is not to the sign-in, and back afterwards', async () => {
    const reply = await supertest(app(false)).get('/console/cuoc/abc?ds=mine').expect(303);
    expect(reply.headers.location).toBe(`/console/dang-nhap?ve=${encodeURIComponent('/console/cuoc/abc?ds=mine')}`);
  });

  it('below the API is none', async () => {
    await supertest(app(true)).get('/console/api/nothing').expect(404);
  });
});
