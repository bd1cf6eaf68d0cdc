import { describe, expect, it } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import { healthRoutes } from './health-routes.ts';

const key = 'khoa-cua-may-do-012345';
const metrics = { key, read: async () => ({ type: 'text/plain', text: 'hmc_turns_total 1\n' }) };
const at = (ready: () => Promise<void>, own: typeof metrics | null = metrics) =>
  request(express().use(healthRoutes({ ready, metrics: own })));

describe('health', () => {
  it('lives while the store is away, and is not ready then', async () => {
    const away = at(() => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.5')));
    expect((await away.get('/healthz')).status).toBe(200);
    const { status, text } = await away.get('/readyz');
    expect([status, text]).toEqual([503, '{"status":"not ready"}']);
  });

  it('is ready when the store answers, and not when it hangs', async () => {
    expect((await at(async () => {}).get('/readyz')).status).toBe(200);
    expect((await at(() => new Promise(() => {})).get('/readyz')).status).toBe(503);
  });

  it('shows figures to whoever has the key', async () => {
    const server = at(async () => {});
    expect((await server.get('/metrics')).status).toBe(401);
    expect((await server.get('/metrics').set('authorization', 'Bearer else')).status).toBe(401);
    expect((await server.get('/metrics').set('authorization', `Bearer ${key}`)).text).toMatch('hmc_turns_total 1');
    expect(
      (
        await at(async () => {}, null)
          .get('/metrics')
          .set('authorization', `Bearer ${key}`)
      ).status,
    ).toBe(404);
  });
});
