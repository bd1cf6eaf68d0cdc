/** The fixed answers of the test server. All people and numbers are invented. */
import type { Answer } from '../../../../bot/index.ts';

const plain: Answer = { status: 'answered', codes: [], facet: null, blocks: [], options: [], sources: [] };
const source = {
  code: '1.001193',
  section: 'documents' as const,
  title: 'Thủ tục đăng ký khai sinh',
  url: null,
  decision: null,
  edition: '2026',
  validFrom: null,
  checkedOn: '2026-11-02',
};

export const secretOfDossier = 'Hồ sơ của bà Nguyễn Thị Mẫu đang chờ ký';

const birth: Answer = {
  ...plain,
  codes: ['1.001193'],
  facet: 'documents',
  blocks: [
    { kind: 'title', text: 'Đăng ký khai sinh' },
    { kind: 'say', text: 'Dạ, làm khai sinh cho cháu cần mang những giấy tờ này ạ.' },
    { kind: 'say', role: 'stay-home', text: 'Việc này nộp qua mạng được, không cần ra phường.' },
    {
      kind: 'list',
      role: 'papers',
      label: 'Phải nộp',
      items: [
        'Tờ khai đăng ký khai sinh theo mẫu. Lấy ở quầy, hoặc điền sẵn trên Cổng dịch vụ công.',
        'Giấy chứng sinh, bản chính. Không có thì nộp văn bản của người làm chứng, hoặc giấy cam đoan về việc sinh.',
        'Văn bản ủy quyền được chứng thực, nếu nhờ người khác đi thay. Ông bà, cha mẹ, anh chị em ruột đi thay thì không cần.',
      ],
    },
    {
      kind: 'list',
      role: 'papers',
      label: 'Phải xuất trình',
      items: [
        'Căn cước của người đi đăng ký. Có VNeID mức 2 thì không cần bản giấy.',
        'Giấy chứng nhận kết hôn của cha mẹ, nếu đã đăng ký. Tra được trong cơ sở dữ liệu thì không phải mang.',
        'Giấy tờ chứng minh nơi cư trú, khi chưa tra được trên cơ sở dữ liệu về dân cư.',
      ],
    },
    {
      kind: 'warning',
      text: 'Quá 60 ngày kể từ ngày sinh thì vẫn đăng ký được; người đi đăng ký nhớ mang đủ giấy tờ.',
    },
    { kind: 'note', text: 'Thời hạn: ngay trong ngày làm việc; nhận sau 15 giờ thì trả vào ngày làm việc tiếp theo.' },
  ],
  options: [
    { text: 'Lệ phí bao nhiêu?', code: '1.001193', facet: 'fee', send: 'lệ phí khai sinh' },
    { text: 'Bao lâu thì xong?', code: '1.001193', facet: 'time', send: 'khai sinh bao lâu xong' },
    { text: 'Nộp ở quầy nào?', code: '1.001193', facet: 'place', send: 'khai sinh nộp ở đâu' },
    { text: 'Làm qua mạng thế nào?', code: '1.001193', facet: 'online', send: 'khai sinh qua mạng' },
    { text: 'Khai sinh có yếu tố nước ngoài', code: '2.000528', send: 'khai sinh có yếu tố nước ngoài' },
  ],
  sources: [source],
};

const fee: Answer = {
  ...plain,
  codes: ['1.001193'],
  facet: 'fee',
  blocks: [
    { kind: 'title', text: 'Đăng ký khai sinh' },
    { kind: 'say', text: 'Lệ phí: không mất phí khi đăng ký đúng hạn.' },
  ],
  options: [{ text: 'Cần giấy tờ gì?', code: '1.001193', facet: 'documents', send: 'khai sinh cần giấy tờ gì' }],
  sources: [source],
};

const which: Answer = {
  ...plain,
  status: 'clarify',
  blocks: [{ kind: 'say', text: 'Dạ, ông/bà hỏi việc nào ạ?' }],
  options: ['Đăng ký lại khai sinh', 'Cấp bản sao trích lục khai sinh', 'Thay đổi, cải chính hộ tịch'].map((text) => ({
    text,
    send: text,
  })),
};

const handedOff: Answer = {
  ...plain,
  status: 'handed-off',
  blocks: [
    { kind: 'say', text: 'Em đã chuyển câu hỏi của ông/bà tới cán bộ và đã báo người trực. Ông/bà đang đứng thứ 2.' },
    { kind: 'say', text: 'Trong lúc chờ, ông/bà cứ hỏi em.' },
  ],
};

const emergency: Answer = {
  ...plain,
  status: 'emergency',
  blocks: [{ kind: 'say', text: 'Ông/bà gọi ngay 115 (cấp cứu). Em đã báo cán bộ ở đây.' }],
};

const asksCode: Answer = {
  ...plain,
  status: 'login-required',
  blocks: [
    { kind: 'say', text: 'Số điện thoại ghi trong hồ sơ vừa nhận được mã 6 số. Ông/bà gõ mã đó vào đây trong 5 phút.' },
  ],
};

const wrongCode: Answer = {
  ...plain,
  status: 'login-required',
  blocks: [{ kind: 'say', text: 'Dạ, chưa khớp. Ông/bà xem lại rồi gõ lại giúp em, còn 4 lần.' }],
};

const dossier: Answer = {
  ...plain,
  status: 'dossier',
  blocks: [{ kind: 'say', text: secretOfDossier }],
  dossiers: { current: 'd', offered: null },
};

const absent: Answer = {
  ...plain,
  status: 'declined-absent',
  blocks: [{ kind: 'say', text: 'Dạ, em chưa có thông tin về việc này. Ông/bà bấm “Gặp cán bộ” giúp em ạ.' }],
};

const table: readonly (readonly [RegExp, Answer])[] = [
  [/115|cấp cứu|ngất/, emergency],
  [/gặp cán bộ/, handedOff],
  [/phí/, fee],
  [/mất giấy khai sinh/, which],
  [/khai sinh|khai sinh|khai/, birth],
];

/** The code that was sent is 246810. */
export function answerTo(text: string, awaits: string | null): Answer {
  if (awaits) return /246810/.test(text) ? dossier : wrongCode;
  return table.find(([words]) => words.test(text))?.[1] ?? absent;
}

export const askForCode = asksCode;
