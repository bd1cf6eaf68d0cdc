import { describe, expect, it } from '@jest/globals';
import { loadSpeech, type StoredUtterance, type Utterance } from '../../../bot/index.ts';
import { renderUtterance } from '../../zalo/door/render-utterance.ts';
import { shownActivity } from './shown-activity.ts';

const options = [{ text: 'Lệ phí', send: 'lệ phí khai sinh' }];
const content = { text: 'Dạ đây ạ.', officer: { id: '1', name: 'Lan' }, notice: 'checked', options };
const utterance = {
  ...{ id: 'u1', position: 1, at: new Date(0), speaker: 'officer', turnId: null, asked: null, answer: null },
  ...{ officer: { ...content, pictures: [] }, text: '', notice: null, isOpening: false, echo: null },
};

describe('an answer that an officer let go out', () => {
  it('has its chips on the wire', () => {
    const shown = shownActivity('c1', utterance as unknown as Utterance, { recall: () => null } as never);
    expect(shown).toMatchObject({
      suggestedActions: { actions: [{ type: 'imBack', title: 'Lệ phí', value: 'lệ phí khai sinh' }] },
      channelData: { officer: true, options },
    });
  });

  it('has them on Zalo, as buttons or by number', () => {
    const said = { ...utterance, content } as unknown as StoredUtterance;
    const view = { speak: loadSpeech(), linkTo: null };
    expect(renderUtterance(said, { ...view, withButtons: true }).at(-1)?.buttons).toHaveLength(1);
    expect(renderUtterance(said, { ...view, withButtons: false }).at(-1)?.text).toMatch(/1[.)] Lệ phí/);
  });
});
