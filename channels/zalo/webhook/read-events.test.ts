import { describe, expect, it } from '@jest/globals';
import { parseExact } from '../call/parse-exact.ts';
import { readBotEvent } from './read-bot-event.ts';
import { readOaEvent } from './read-oa-event.ts';
import { fixture, testBot, testKeys, testNow } from './test-webhook.ts';

const at = testNow;
const oa = (name: string) => readOaEvent(parseExact(fixture(name)), { oaId: testKeys.oaId, receivedAt: at });
const bot = (name: string) => readBotEvent(parseExact(fixture(name)), { botId: testBot.botId, receivedAt: at });
const user = '246845883529197922';
const chat = '6ede9afa66b88fe6d6a9';

describe('an event of an Official Account', () => {
  it('is read in full', () => {
    expect(oa('oa-text.json')).toEqual({
      event: {
        channel: 'zalo-oa',
        account: testKeys.oaId,
        key: 'user_send_text:96d3cdf3af150460909',
        name: 'user_send_text',
        kind: 'text',
        userId: user,
        threadId: user,
        messageId: '96d3cdf3af150460909',
        text: 'Hồ sơ của tôi đến đâu rồi?',
        media: [],
        quotes: null,
        staffId: null,
        info: null,
        trackingId: null,
        at,
        receivedAt: at,
        isGroup: false,
      },
      forms: ['timestamp:string'],
    });
  });

  it.each([
    ['oa-text-quote.json', { kind: 'text', quotes: '96d3cdf3af150460909' }],
    ['oa-text-message-id.json', { kind: 'text', messageId: '96d3cdf3af150460911' }],
    [
      'oa-image.json',
      {
        kind: 'image',
        text: 'ảnh tờ khai',
        media: [{ type: 'image', url: 'https://f6.photo.talk.zdn.vn/full/1.jpg' }],
      },
    ],
    ['oa-audio.json', { kind: 'voice', media: [{ type: 'audio', url: 'https://f6.photo.talk.zdn.vn/a/2.aac' }] }],
    ['oa-sticker.json', { kind: 'sticker', text: null }],
    [
      'oa-file.json',
      { kind: 'attachment', media: [{ type: 'file', url: 'https://dlfl.zdn.vn/4.pdf', name: 'don.pdf' }] },
    ],
    ['oa-location.json', { kind: 'location' }],
    ['oa-new-kind.json', { kind: 'unsupported', threadId: user }],
    ['oa-follow.json', { kind: 'follow', userId: user, messageId: null }],
    ['oa-user-follow.json', { kind: 'follow', userId: user }],
    ['oa-unfollow.json', { kind: 'unfollow', userId: user }],
    [
      'oa-info.json',
      { kind: 'info', info: { name: 'Trần Thị Bình', phone: '84900000011', address: '12 Lê Lợi, Hòa Cường, Đà Nẵng' } },
    ],
    [
      'oa-info-older.json',
      { kind: 'info', info: { name: 'Trần Thị Bình', phone: '84900000011', address: '12 Lê Lợi' } },
    ],
    ['oa-received-template.json', { kind: 'delivered', trackingId: 'n-42', userId: null, threadId: null }],
    ['oa-echo-staff.json', { kind: 'echo', staffId: '777', threadId: user }],
    ['oa-button.json', { kind: 'text', text: '#2' }],
    ['oa-missing-message.json', { kind: 'text', text: null, messageId: null }],
    [
      'oa-big-numbers.json',
      { userId: user, messageId: '9653728190154609091', key: 'user_send_text:9653728190154609091' },
    ],
  ])('%s is told as %j', (name, told) => {
    expect(oa(name)).toMatchObject({ event: told });
  });

  it.each([
    ['oa-seen.json', 'seen'],
    ['oa-received.json', 'delivered'],
    ['oa-echo.json', 'own-echo'],
    ['oa-tag.json', 'unknown-event'],
    ['oa-anonymous.json', 'unknown-event'],
  ])('%s is passed over as %s', (name, why) => expect(oa(name)).toMatchObject({ ignored: why }));

  it('without an id has a key that tells it from the next and names nobody', () => {
    const keys = ['oa-follow.json', 'oa-unfollow.json', 'oa-user-follow.json'].map((name) => {
      const arrival = oa(name);
      return 'event' in arrival ? arrival.event.key : '';
    });
    expect(new Set(keys).size).toBe(3);
    expect(keys.join()).not.toContain(user);
  });
});

describe('an event of a bot', () => {
  it.each([
    ['bot-text-flat.json', 'envelope:flat'],
    ['bot-text-wrapped.json', 'envelope:wrapped'],
  ])('%s is read, and its form is told', (name, form) => {
    expect(bot(name)).toMatchObject({
      event: {
        channel: 'zalo-bot',
        account: testBot.botId,
        kind: 'text',
        threadId: chat,
        text: 'Làm khai sinh cần gì?',
        at,
      },
      forms: [form],
    });
  });

  it.each([
    [
      'bot-image-photo-url.json',
      { kind: 'image', text: 'tờ khai này đúng chưa', media: [{ url: 'https://f6.photo.talk.zdn.vn/p1.jpg' }] },
      'image:photo_url',
    ],
    ['bot-image-photo.json', { media: [{ url: 'https://f6.photo.talk.zdn.vn/p2.jpg' }] }, 'image:photo'],
    ['bot-image-photos.json', { media: [{ url: 'https://f6.photo.talk.zdn.vn/p3.jpg' }] }, 'image:photos'],
    ['bot-image-missing.json', { media: [{ url: null }] }, 'image:missing'],
    ['bot-sticker.json', { kind: 'sticker' }, 'envelope:flat'],
    [
      'bot-sticker-object.json',
      { kind: 'sticker', media: [{ url: 'https://zalo-api.zdn.vn/s.png' }] },
      'envelope:flat',
    ],
    ['bot-voice.json', { kind: 'voice', media: [{ url: 'https://f6.photo.talk.zdn.vn/v1.aac' }] }, 'envelope:flat'],
    ['bot-unsupported.json', { kind: 'unsupported', threadId: chat }, 'envelope:flat'],
    ['bot-group.json', { kind: 'text', isGroup: true, threadId: 'grp' }, 'envelope:flat'],
    ['bot-seconds.json', { kind: 'text', at }, 'envelope:flat'],
    ['bot-missing-fields.json', { kind: 'text', threadId: chat, messageId: null, at }, 'envelope:flat'],
  ])('%s is told as %j by %s', (name, told, form) => {
    const arrival = bot(name);
    expect(arrival).toMatchObject({ event: told });
    expect(arrival.forms).toContain(form);
  });

  it.each([
    ['bot-webhook-test.json', 'webhook-test'],
    ['bot-unsupported-empty.json', 'nobody-to-answer'],
    ['bot-own-echo.json', 'own-echo'],
    ['bot-reaction.json', 'unknown-event'],
    ['bot-not-ok.json', 'no-event'],
  ])('%s is passed over as %s', (name, why) => expect(bot(name)).toMatchObject({ ignored: why }));
});

describe('a moment that is told', () => {
  it.each([
    ['of next year', at.getTime() + 365 * 86_400_000],
    ['of years ago', 1_600_000_000_000],
    ['of no kind', 'hôm qua'],
  ])('%s is not believed', (_what, date) => {
    const message = { message_id: 'm', date, text: 'a', from: { id: chat }, chat: { id: chat, chat_type: 'PRIVATE' } };
    const arrival = readBotEvent({ event_name: 'message.text.received', message }, { botId: 'b', receivedAt: at });
    expect(arrival).toMatchObject({ event: { at } });
  });
});
