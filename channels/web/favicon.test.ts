import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { loadSpeech } from '../../bot/index.ts';
import { messagePage } from './page.ts';
import { createWebServer } from './server.ts';

describe('the mark in the tab of a browser', () => {
  const app = createWebServer({ assistant: null as never, speak: loadSpeech() });

  it('is there at the address that pages name, and at the one that browsers ask by themselves', async () => {
    expect(messagePage('a', 'b')).toContain('href="/assets/icon.svg"');
    for (const path of ['/assets/icon.svg', '/favicon.ico']) {
      const { status, headers } = await request(app).get(path);
      expect([path, status, headers['content-type']]).toEqual([path, 200, expect.stringContaining('image/svg+xml')]);
    }
  });
});
