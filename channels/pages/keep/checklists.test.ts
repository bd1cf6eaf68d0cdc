import { describe, expect, it } from '@jest/globals';
import type { Answer } from '../../../bot/index.ts';
import { readSettings, writeSettings } from '../../web/chat-page/keep/settings.ts';
import {
  checklistOf,
  forgetList,
  keepList,
  keptLists,
  listAsText,
  nameAndNote,
  toggle,
  withKeptTicks,
} from './checklists.ts';

const answer: Answer = {
  status: 'answered',
  codes: ['1.001193'],
  facet: 'documents',
  blocks: [
    { kind: 'title', text: 'Đăng ký khai sinh cho trẻ' },
    { kind: 'list', label: 'Giấy tờ cần có', items: ['Giấy chứng sinh (1 bản chính). Phải nộp.'], role: 'papers' },
    { kind: 'list', label: 'Khi nộp trực tiếp', items: ['Tờ khai (1 bản chính)'], role: 'papers' },
    { kind: 'list', label: 'Liên quan', items: ['Không mất phí'] },
  ],
  options: [],
  sources: [],
};

function storage(content: Record<string, string> = {}) {
  const kept = new Map(Object.entries(content));
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const forbidden = {
  getItem: () => {
    throw new Error('SecurityError');
  },
  setItem: () => {
    throw new Error('QuotaExceededError');
  },
  removeItem: () => undefined,
};

describe('a checklist', () => {
  const list = checklistOf(answer)!;

  it('holds the papers alone, by case', () => {
    expect(list.groups.map(({ papers }) => papers.length)).toEqual([1, 1]);
    expect(list.title).toBe('Đăng ký khai sinh cho trẻ');
  });

  it('is not made of an answer without papers, or about several procedures', () => {
    expect(checklistOf({ ...answer, blocks: answer.blocks.slice(3) })).toBeNull();
    expect(checklistOf({ ...answer, codes: ['1.001193', '1.000894'] })).toBeNull();
  });

  it('is kept by its code with its ticks, and forgotten when asked', () => {
    const device = storage();
    keepList(device, toggle(list, 'Tờ khai (1 bản chính)'));
    expect(withKeptTicks(device, list).ticked).toEqual(['Tờ khai (1 bản chính)']);
    forgetList(device, list.code);
    expect(keptLists(device)).toEqual([]);
  });

  it('drops the tick of a paper that the record no longer names', () => {
    const device = storage();
    keepList(device, { ...list, ticked: ['Giấy cũ'] });
    expect(withKeptTicks(device, list).ticked).toEqual([]);
  });

  it('keeps at most thirty, the latest', () => {
    const device = storage();
    for (let n = 0; n < 35; n += 1) keepList(device, { ...list, code: String(n) });
    expect(keptLists(device)).toHaveLength(30);
    expect(keptLists(device)[0]?.code).toBe('34');
  });

  it('survives a broken or forbidden storage', () => {
    expect(keptLists(storage({ 'hmc.checklists': '{"a":' }))).toEqual([]);
    expect(keptLists(storage({ 'hmc.checklists': '[1,{"code":"x"}]' }))).toEqual([]);
    expect(keptLists(forbidden)).toEqual([]);
    expect(() => keepList(forbidden, list)).not.toThrow();
    expect(keptLists(null)).toEqual([]);
  });

  it('is copied as text with what is at hand', () => {
    expect(listAsText(toggle(list, 'Tờ khai (1 bản chính)'))).toContain('[x] Tờ khai (1 bản chính)');
  });
});

describe('nameAndNote', () => {
  it('sets the name of a paper apart from what is said about it', () => {
    expect(nameAndNote('Giấy chứng sinh (1 bản chính). Phải nộp.')).toEqual({
      name: 'Giấy chứng sinh (1 bản chính)',
      note: 'Phải nộp.',
    });
    expect(nameAndNote('Tờ khai theo mẫu TP/HT-2026-TKKS.1 (1 bản chính)').note).toBe('');
  });
});

describe('the settings', () => {
  it('are what was kept, else what the address asks for, else Vietnamese at the common size', () => {
    const device = storage();
    expect(readSettings(device, null)).toEqual({ size: 0, language: 'vi' });
    expect(readSettings(device, 'en').language).toBe('en');
    writeSettings(device, { size: 2, language: 'vi' });
    expect(readSettings(device, 'en')).toEqual({ size: 2, language: 'vi' });
  });
});
