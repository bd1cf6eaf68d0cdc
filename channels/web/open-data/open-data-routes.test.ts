import { describe, expect, it } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import type { OpenData } from '../../../bot/index.ts';
import { openDataRoutes } from './open-data-routes.ts';

const week = { week: '2026-W45', from: '2026-11-02', to: '2026-11-08', handOffs: null };
const lines = { byOutcome: { answered: 9 }, byChannel: { web: 9 }, byUnit: { '00004': 9 } };
const data: OpenData = {
  title: 'Số liệu mở',
  rule: 'Số dưới 5 được ẩn <b>',
  dictionary: { week: 'Tuần' },
  weeks: [
    { ...week, questions: { total: 9, lines } },
    { ...week, from: '2026-11-09', to: '2026-11-15', questions: null },
  ],
};

describe('open data', () => {
  it('is a page, a table and JSON, made once for all who ask within ten minutes, and again after an error', async () => {
    let made = 0;
    let clock = 0;
    const read = async () => {
      made += 1;
      if (made === 1) throw new Error('down');
      return data;
    };
    const app = express().use(openDataRoutes(read, () => clock));
    await request(app).get('/so-lieu-mo.json').expect(500);
    const page = await request(app).get('/so-lieu-mo').expect(200);
    expect(page.text).toContain('02/11/2026 đến 08/11/2026: 9 câu hỏi');
    expect(page.text).toContain('09/11/2026 đến 15/11/2026: ít quá nên không công bố');
    expect(page.text).toContain('&lt;b&gt;');
    expect((await request(app).get('/so-lieu-mo.csv').expect(200)).text).toContain('questions.byChannel,web,9,0');
    expect((await request(app).get('/so-lieu-mo.json').expect(200)).body).toEqual(data);
    expect(made).toBe(2);
    clock = 600_000;
    await request(app).get('/so-lieu-mo.json').expect(200);
    expect(made).toBe(3);
  });
});
