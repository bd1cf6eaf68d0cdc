/** Hand-offs with invented people, for tests of the page. */
import type { Entry, HandOff, Talk } from '../wire/wire-types.ts';

export const now = Date.parse('2026-11-23T02:00:00Z');
const minute = 60_000;
export const ago = (minutes: number, from = now): string => new Date(from - minutes * minute).toISOString();

export const handOffOf = (given: Partial<HandOff> = {}): HandOff => ({
  id: '00000000-0000-4000-8000-000000000001',
  code: 'K7M-3TX',
  conversationId: '00000000-0000-4000-8000-0000000000c1',
  channel: 'web',
  unit: '00004',
  field: 'Hộ tịch',
  desk: null,
  cause: 'citizen-asked',
  state: 'waiting',
  closedAs: null,
  summary: {
    text: 'Hỏi về đăng ký khai sinh: giấy tờ (đã trả lời), nơi nộp (chưa trả lời được). Xin gặp cán bộ.',
    asked: [
      {
        code: '1.001193',
        title: 'Đăng ký khai sinh',
        facets: ['documents', 'place'],
        answered: true,
        sources: [{ title: 'Bản công bố thủ tục 1.001193', url: null, checkedOn: '2026-11-20' }],
      },
    ],
    lastWords: 'cho tôi gặp người thật, tôi ở trọ mà sinh con ở quê thì làm ở đâu',
  },
  owner: null,
  fence: 0,
  askedAt: ago(12),
  dueAt: ago(-3),
  firstReplyAt: null,
  closedAt: null,
  escalation: 0,
  personalDataAgreed: null,
  labels: [],
  rating: null,
  practice: false,
  ...given,
});

export const entryOf = (given: Partial<Entry> = {}): Entry => ({
  id: 'e1',
  position: 1,
  at: ago(14),
  speaker: 'citizen',
  by: null,
  text: 'Làm khai sinh cho con cần giấy tờ gì?',
  answer: null,
  pictures: [],
  delivery: null,
  ...given,
});

export const answered = (given: Partial<Entry> = {}): Entry =>
  entryOf({
    id: 'e2',
    position: 2,
    at: ago(14),
    speaker: 'bot',
    text: 'Đăng ký khai sinh',
    answer: {
      status: 'answered',
      codes: ['1.001193'],
      facet: 'documents',
      blocks: [
        { kind: 'title', text: 'Đăng ký khai sinh' },
        { kind: 'say', text: 'Giấy tờ: ông/bà chuẩn bị các giấy dưới đây.' },
        {
          kind: 'list',
          label: 'Giấy tờ cần có',
          items: ['Tờ khai đăng ký khai sinh theo mẫu', 'Giấy chứng sinh (bản chính)'],
        },
        { kind: 'warning', text: 'Quá 60 ngày vẫn làm được, không bị phạt.' },
      ],
      options: [
        { text: 'Lệ phí', send: 'lệ phí khai sinh' },
        { text: 'Nơi nộp', send: 'nộp khai sinh ở đâu' },
      ],
      sources: [
        {
          code: '1.001193',
          section: 'documents',
          title: 'Đăng ký khai sinh',
          url: 'https://dichvucong.gov.vn/p/home/dvc-tthc-thu-tuc-hanh-chinh-chi-tiet.html?ma_thu_tuc=1.001193',
          decision: null,
          edition: 'Cổng dịch vụ công quốc gia',
          validFrom: null,
          checkedOn: '2026-11-20',
        },
      ],
    },
    ...given,
  });

export const talkOf = (given: Partial<Talk> = {}): Talk => ({
  handOff: handOffOf(),
  entries: [
    entryOf(),
    answered(),
    entryOf({
      id: 'e3',
      position: 3,
      at: ago(12),
      text: 'cho tôi gặp người thật, tôi ở trọ mà sinh con ở quê thì làm ở đâu',
    }),
  ],
  last: 3,
  notes: [],
  citizenName: null,
  contactMasked: null,
  claim: null,
  dossiers: null,
  ...given,
});
