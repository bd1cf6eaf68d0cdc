import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadKnowledge } from '../../knowledge/index.ts';
import { textOf } from '../answer.ts';
import { loadSpeech } from '../texts/speech.ts';
import { sayFacet } from './guide-facets.ts';
import { learnRelevance } from './relevance.ts';

const { guides } = loadKnowledge(join(import.meta.dirname, '../../knowledge'));
const speech = loadSpeech()('vi', null);
const relevance = learnRelevance(guides);
const unknown = guides.filter(({ online }) => online === null);
const said = (guide: (typeof guides)[number]) =>
  textOf({ blocks: sayFacet('online', { guide, question: 'nộp qua mạng được không', speech, relevance }) });

describe('a guide whose record does not say how far it is online', () => {
  it('is common', () => {
    expect(unknown.length).toBeGreaterThan(50);
  });

  it('promises no way without the ward, and denies none', () => {
    const promised = unknown.filter((guide) =>
      /hoàn toàn qua mạng|không cần ra phường|chưa nộp qua mạng/u.test(said(guide)),
    );
    expect(promised.map(({ code }) => code)).toEqual([]);
  });

  it('says that it is not said, where not even a way of filing online is published', () => {
    const silent = unknown.filter(({ filing }) => !filing.some(({ via }) => via === 'online'));
    expect(silent.length).toBeGreaterThan(5);
    expect(silent.filter((guide) => !/không nói rõ/u.test(said(guide))).map(({ code }) => code)).toEqual([]);
  });
});
