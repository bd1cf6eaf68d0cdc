import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Answer } from '../../../bot/index.ts';
import type { WireActivity } from '../wire/direct-line.ts';
import { ask, emptyTalk, receive, setState, type Talk, unsent } from './messages.ts';

const at = new Date('2026-11-21T02:00:00Z');
const answer: Answer = {
  status: 'answered',
  codes: ['1.001193'],
  facet: 'fee',
  blocks: [{ kind: 'say', text: 'Lệ phí: Không mất phí.' }],
  options: [],
  sources: [],
};
const said = (id: string): WireActivity => ({
  id,
  type: 'message',
  from: { role: 'bot' },
  channelData: { answer, turnId: `turn-${id}` },
});
const echo = (id: string, key: string): WireActivity => ({
  id,
  type: 'message',
  text: 'lệ phí khai sinh',
  from: { role: 'user' },
  channelData: { clientActivityID: key },
});
const states = (talk: Talk) => talk.messages.map((one) => (one.kind === 'mine' ? `${one.key} ${one.state}` : one.key));

describe('a talk', () => {
  it('marks a question as waiting until the server has it', () => {
    const asked = ask(emptyTalk, 'k1', 'lệ phí khai sinh', at);
    expect(unsent(asked)).toHaveLength(1);
    expect(states(setState(asked, 'k1', 'sent'))).toEqual(['k1 sent']);
  });

  it('takes the echo of a question as its receipt, not as a second question', () => {
    expect(states(receive(ask(emptyTalk, 'k1', 'lệ phí', at), [echo('a1', 'k1')]))).toEqual(['k1 sent']);
  });

  it('never goes back from sent, though the reply to the sending is lost after the echo', () => {
    const echoed = receive(ask(emptyTalk, 'k1', 'lệ phí', at), [echo('a1', 'k1')]);
    expect(states(setState(echoed, 'k1', 'waiting'))).toEqual(['k1 sent']);
  });

  it('shows what was asked before a reload', () => {
    expect(receive(emptyTalk, [echo('a1', 'k1'), said('b1')]).messages.map(({ kind }) => kind)).toEqual([
      'mine',
      'answer',
    ]);
  });

  it('is with the bot still when an officer let an answer of its go out', () => {
    const words = { type: 'message', text: 'Lệ phí: Không mất phí.', from: { role: 'bot' } };
    const officer = { officer: true, name: 'Lan' };
    const checked = { ...words, id: 'c1', channelData: { ...officer, notice: 'checked' } };
    const talk = receive(emptyTalk, [checked]);
    expect(talk.messages).toMatchObject([{ kind: 'said', by: 'officer', name: 'Lan' }]);
    expect(talk.withOfficer).toBe(emptyTalk.withOfficer);
    expect(receive(emptyTalk, [{ ...words, id: 'c2', channelData: officer }]).withOfficer).toBe(true);
  });

  it('leaves out typing signs, the opening, silence, and what it has seen', () => {
    const activities: WireActivity[] = [
      { id: 't1', type: 'typing', from: { role: 'bot' } },
      { id: 'o1', type: 'message', text: 'Dạ, em là máy', from: { role: 'bot' }, channelData: { opening: true } },
      {
        id: 's1',
        type: 'message',
        text: '',
        from: { role: 'bot' },
        channelData: { answer: { ...answer, blocks: [] } },
      },
      said('b1'),
      said('b1'),
    ];
    expect(states(receive(emptyTalk, activities))).toEqual(['b1']);
  });

  it('shows a plain text of an officer as his', () => {
    const [message] = receive(emptyTalk, [
      { id: 'p1', type: 'message', text: 'Chào ông/bà', from: { role: 'officer' } },
    ]).messages;
    expect(message).toMatchObject({ kind: 'said', by: 'officer', text: 'Chào ông/bà' });
  });

  it('is the same whatever is delivered twice, in any cuts', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(ids, fc.array(fc.nat(19)), (numbers, cuts) => {
        const all = numbers.map((number) => said(String(number)));
        const once = receive(emptyTalk, all);
        const again = cuts.reduce((talk, cut) => receive(talk, all.slice(0, cut)), emptyTalk);
        expect(states(receive(again, all))).toEqual(states(once));
      }),
    );
  });
});
