import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadKnowledge, readKnowledge } from './load-knowledge.ts';
import { KnowledgeFileError } from './load-yaml.ts';

const here = import.meta.dirname;
const guideFile = readdirSync(join(here, 'guides/ho-tich')).find((name) => name.startsWith('1.001193'));
const guideText = readFileSync(join(here, 'guides/ho-tich', guideFile ?? ''), 'utf8');

const card = (code: string, title = 'Một thủ tục khác') => `- code: ${code}
  title: ${title}
  plainTitle: ${title}
  field: Hộ tịch
  levels: [commune]
  decidedBy: null
  whereToGo: Đến Bộ phận Một cửa của xã, phường.
  family: null
  variant: null
  isDefault: false
  ways:
    - { say: việc ấy, mustCatch: việc ấy làm sao, mustNotCatch: việc kia làm sao }
  source: { url: null, decision: null, edition: Danh mục }
  checkedOn: '2026-11-21'
`;

describe('loadKnowledge', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'knowledge-'));
    mkdirSync(join(folder, 'guides/ho-tich'), { recursive: true });
    mkdirSync(join(folder, 'cards'));
    for (const name of ['life-events.yaml', 'official-channels.yaml']) cpSync(join(here, name), join(folder, name));
    write('guides/ho-tich/khai-sinh.yaml', guideText);
    write('cards/khac.yaml', card("'1.000001'"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function write(name: string, text: string): void {
    writeFileSync(join(folder, name), text);
  }

  function problems(): string {
    let message = '';
    expect(() => {
      try {
        loadKnowledge(folder);
      } catch (error) {
        message = error instanceof Error ? error.message : '';
        throw error;
      }
    }).toThrow(KnowledgeFileError);
    return message;
  }

  it('loads guides and cards below their folders', () => {
    const { guides, cards, events, channels } = loadKnowledge(folder);
    expect(guides.map(({ code }) => code)).toEqual(['1.001193']);
    expect(cards.map(({ code }) => code)).toEqual(['1.000001']);
    expect(events.length).toBeGreaterThan(0);
    expect(channels.length).toBeGreaterThan(0);
  });

  it('names every problem of every file, not the first alone', () => {
    write('guides/ho-tich/khai-sinh.yaml', guideText.replace('originals: 1', 'originals: -1'));
    write('guides/ho-tich/them.yaml', 'code: [');
    write('cards/khac.yaml', card("'1.1'"));
    write('life-events.yaml', '- id: party\n');
    const message = problems();
    expect(message).toMatch(/khai-sinh\.yaml:\d+: papers\.0\.originals: /);
    expect(message).toMatch(/them\.yaml:\d+: /);
    expect(message).toMatch(/khac\.yaml:1: 0\.code: a code is written 1\.001193/);
    expect(message).toMatch(/life-events\.yaml:1: 0\.id: /);
  });

  it('refuses a guide with a wrong date, an unknown field or an amount that is no whole number', () => {
    const wrong = `${guideText}\nprice: 1\n`
      .replace(/^checkedOn: .*$/m, 'checkedOn: 21.11.2026')
      .replace('dong: 0', 'dong: 0.5');
    write('guides/ho-tich/khai-sinh.yaml', wrong);
    const message = problems();
    expect(message).toMatch(/checkedOn: a date is written 2026-11-21/);
    expect(message).toMatch(/"price"/);
    expect(message).toMatch(/filing\.0\.fee\.dong: /);
  });

  it('refuses two guides of one code: they would answer differently', () => {
    write('guides/ho-tich/ban-sao.yaml', guideText);
    expect(problems()).toMatch(/1\.001193 \(.*khai sinh\) stands twice: keep one/);
  });

  it('refuses two cards of one code', () => {
    write('cards/them.yaml', card("'1.000001'"));
    expect(problems()).toMatch(/1\.000001 .* stands twice/);
  });

  it('lets the guide of a procedure take the place of its card; lint still sees both', () => {
    write('cards/them.yaml', card("'1.001193'"));
    expect(loadKnowledge(folder).cards.map(({ code }) => code)).toEqual(['1.000001']);
    expect(readKnowledge(folder).cards.map(({ code }) => code)).toEqual(['1.000001', '1.001193']);
  });

  it('keeps cards whose code no source gives', () => {
    write('cards/them.yaml', card('null', 'Xin việc chưa có mã'));
    expect(loadKnowledge(folder).cards.map(({ code }) => code)).toEqual(['1.000001', null]);
  });

  it('refuses two cards without a code that would be known by the same name', () => {
    write('cards/them.yaml', card('null', 'Xin việc chưa có mã') + card('null', 'Xin việc chưa có mã'));
    expect(problems()).toMatch(/card:xin-viec-chua-co-ma .* stands twice/);
  });
});
