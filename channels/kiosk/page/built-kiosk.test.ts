import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import supertest from 'supertest';
import { builtKioskFolder, ensureKioskBuilt, isKioskStale } from './ensure-built.ts';
import { kioskPageRoutes } from './page-routes.ts';

const budget = 80_000;

const files = (end: string) => readdirSync(builtKioskFolder).filter((name) => name.endsWith(end));
const textOf = (name: string) => readFileSync(join(builtKioskFolder, name), 'utf8');

describe('the built kiosk page', () => {
  beforeAll(ensureKioskBuilt, 60_000);

  it('is at most 80 kB of gzipped JavaScript without the camera, which comes when it is asked for', () => {
    const scripts = files('.js').filter((name) => !name.startsWith('camera'));
    expect(scripts.length).toBeGreaterThanOrEqual(2);
    expect(files('.js').length).toBe(scripts.length + 1);
    expect(scripts.reduce((sum, name) => sum + gzipSync(textOf(name)).length, 0)).toBeLessThanOrEqual(budget);
  });

  it('is fresh after a build and stale where nothing is built', () => {
    expect(isKioskStale()).toBe(false);
    expect(isKioskStale(join(builtKioskFolder, 'nowhere'))).toBe(true);
  });

  it('names no other host, evaluates no code and writes no markup', () => {
    for (const name of [...files('.js'), ...files('.css')]) {
      const hosts = textOf(name).match(/https?:\/\/[^"'`\s)\\/]+/g) ?? [];
      expect(hosts.filter((host) => host !== 'http://www.w3.org')).toEqual([]);
    }
    for (const name of files('.js').filter((one) => !one.startsWith('camera')))
      expect(textOf(name)).not.toMatch(/\beval\(|new Function|document\.write|insertAdjacentHTML/);
  });

  it('keeps nothing of a visitor: it writes to no storage, and the address only ever loses something', () => {
    const main = textOf(files('.js').find((name) => name.startsWith('main')) ?? '');
    expect(main).not.toMatch(/pushState|document\.cookie|indexedDB\.open/);
    expect(main).not.toMatch(/(?:session|local)Storage\.setItem/);
  });

  it('is served whole, its worker fresh and allowed for /kiosk alone', async () => {
    const app = express().use(kioskPageRoutes());
    const page = await supertest(app).get('/kiosk');
    expect(page.headers['cache-control']).toBe('no-store');
    const [, script = ''] = /<script type="module" src="([^"]+)"/.exec(page.text) ?? [];
    expect((await supertest(app).get(script)).headers['cache-control']).toMatch('immutable');
    const worker = await supertest(app).get('/kiosk/worker.js');
    expect(worker.headers).toMatchObject({
      'cache-control': 'no-cache',
      'service-worker-allowed': '/kiosk',
      'content-type': expect.stringMatching('javascript'),
    });
    expect(worker.text).not.toMatch(/\bimport\b/);
  });

  it('says where people are when it was not built', async () => {
    const { text } = await supertest(express().use(kioskPageRoutes('/nowhere'))).get('/kiosk');
    expect(text).toMatch('Mời ông/bà hỏi cán bộ ở quầy');
  });
});
