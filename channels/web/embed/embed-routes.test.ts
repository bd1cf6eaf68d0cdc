import { Script } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import express from 'express';
import helmet from 'helmet';
import request from 'supertest';
import { embedRoutes } from './embed-routes.ts';

const serve = (origins: readonly string[]) =>
  express()
    .use(helmet())
    .use(embedRoutes(origins))
    .get('/chat', (_request, response) => void response.send('chat'))
    .get('/', (_request, response) => void response.send('page'));

describe('the embed', () => {
  it('is a script of at most 5 kB that other sites may load and keep for a day', async () => {
    const { text, headers } = await request(serve([])).get('/embed.js').expect(200);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(5_000);
    expect(() => new Script(text)).not.toThrow();
    expect(headers['content-type']).toMatch(/javascript/);
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
    expect(headers['cache-control']).toBe('public, max-age=86400');
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('is framed by no other site until one is named', async () => {
    const { headers } = await request(serve([])).get('/chat').expect(200);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self'");
    expect(headers['x-frame-options']).toBe('SAMEORIGIN');
  });

  it('is framed by the sites named, and the other pages are not', async () => {
    const app = serve(['https://portal.example', 'https://dvc.example']);
    const chat = await request(app).get('/chat?embed=1').expect(200);
    expect(chat.headers['content-security-policy']).toContain(
      "frame-ancestors 'self' https://portal.example https://dvc.example;",
    );
    expect(chat.headers['x-frame-options']).toBeUndefined();
    const page = await request(app).get('/').expect(200);
    expect(page.headers['x-frame-options']).toBe('SAMEORIGIN');
    expect(page.headers['content-security-policy']).not.toContain('portal.example');
  });
});
