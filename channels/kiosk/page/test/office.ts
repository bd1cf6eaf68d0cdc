/** An invented ward with four counters, and the copy that a kiosk keeps. */
import type { Office, OfflineCopy } from '../../api/schemas.ts';

const counters: Office['counters'] = [
  ['1', 'Quầy 1: Hộ tịch, chứng thực', ['Hộ tịch', 'Chứng thực'], 'bên trái cửa vào'],
  ['2', 'Quầy 2: Cư trú, căn cước', ['Cư trú', 'Căn cước'], 'bên phải cửa vào'],
  ['3', 'Quầy 3: Đất đai, xây dựng', ['Đất đai', 'Xây dựng'], 'cuối sảnh'],
  ['4', 'Quầy 4: Người có công, bảo trợ', ['Người có công', 'Bảo trợ xã hội'], 'cạnh cầu thang'],
].map(([id, name, subjects, place], index) => ({
  id: id as string,
  name: name as string,
  number: index + 1,
  floor: 'Tầng 1',
  place: place as string,
  subjects: subjects as string[],
  point: 'Trung tâm Phục vụ hành chính công',
  hours: 'sáng 7 giờ 30 đến 11 giờ 30, chiều 13 giờ 30 đến 17 giờ',
}));

const plan = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360" font-family="Be Vietnam Pro, sans-serif">
<rect x="8" y="8" width="624" height="344" rx="14" fill="#ffffff" stroke="#14201d" stroke-width="4"/>
<path d="M270 352h100" stroke="#ffffff" stroke-width="10"/><text x="320" y="340" font-size="20" text-anchor="middle" fill="#14201d">Cửa vào</text>
${counters
  .map(
    ({ id, number }, index) =>
      `<g data-counter="${id}"><rect x="${40 + index * 148}" y="${index % 2 === 0 ? 60 : 150}" width="116" height="84" rx="10" fill="#dff0e9" stroke="#0b5d4e" stroke-width="3"/><text x="${98 + index * 148}" y="${(index % 2 === 0 ? 60 : 150) + 56}" font-size="40" font-weight="700" text-anchor="middle" fill="#14201d">${number}</text></g>`,
  )
  .join('')}
</svg>`;

export const testOffice = (): Office => ({
  name: 'Phường Thí Dụ, Thành phố Mẫu',
  desk: { name: 'Trung tâm Phục vụ hành chính công phường Thí Dụ', address: 'số 1 đường Thí Dụ', phone: null },
  now: new Date().toISOString(),
  hours: {
    open: true,
    today: '7 giờ 30 đến 11 giờ 30, 13 giờ 30 đến 17 giờ',
    week: 'thứ Hai đến thứ Sáu',
    opensNext: null,
    note: null,
  },
  counters,
  map: [{ floor: 'Tầng 1', svg: plan, lines: counters.map(({ name, place }) => `${name}, ${place}`) }],
  mostAsked: [
    ['Đăng ký khai sinh cho con', 'làm khai sinh cho con cần giấy tờ gì'],
    ['Đăng ký tạm trú', 'đăng ký tạm trú cần giấy tờ gì'],
    ['Chứng thực bản sao từ bản chính', 'chứng thực bản sao cần gì'],
    ['Xác nhận tình trạng hôn nhân', 'xin giấy xác nhận độc thân'],
    ['Đăng ký kết hôn', 'đăng ký kết hôn cần gì'],
    ['Cấp đổi thẻ căn cước', 'làm lại căn cước ở đâu'],
  ].map(([title = '', send = '']) => ({ code: null, title, send })),
  mostAskedFrom: 'week',
  banners: [],
  off: null,
  has: { device: true, dossiers: true, tickets: true, listen: true, say: true, handOff: true, checklistQr: true },
  locales: ['vi', 'en'],
  silence: { seconds: 45, warnSeconds: 10 },
});

const guide = (code: string, title: string, words: string, papers: readonly string[]) => ({
  code,
  title,
  words,
  facets: [
    {
      facet: 'documents',
      name: 'Giấy tờ cần mang',
      blocks: [{ kind: 'list' as const, label: 'Giấy tờ', items: [...papers], ordered: false }],
    },
    { facet: 'fee', name: 'Lệ phí', blocks: [{ kind: 'say' as const, text: 'Lệ phí: không mất phí.' }] },
  ],
});

export const testCopy = (): OfflineCopy => ({
  version: 'test-1',
  savedOn: '2026-11-22',
  office: 'Phường Thí Dụ',
  guides: [
    guide('1.001193', 'Đăng ký khai sinh', 'dang ky khai sinh lam giay cho con moi de chau be', [
      'Tờ khai đăng ký khai sinh',
      'Giấy chứng sinh',
    ]),
    guide('1.004194', 'Đăng ký tạm trú', 'dang ky tam tru o tro thue nha khai bao', [
      'Tờ khai thay đổi thông tin cư trú',
    ]),
    guide('1.000894', 'Đăng ký kết hôn', 'dang ky ket hon cuoi lay vo chong', ['Tờ khai đăng ký kết hôn']),
  ],
});
