/** Ways of saying the everyday matters of a ward, each brought to one: "cúp điện", "mất điện" and "tạm ngừng cung cấp điện" are one thing. */

const matters: Readonly<Record<string, readonly string[]>> = {
  'cắt điện': [
    'cúp điện',
    'mất điện',
    'tắt điện',
    'ngừng cấp điện',
    'ngưng cấp điện',
    'ngừng cung cấp điện',
    'ngưng cung cấp điện',
  ],
  'cắt nước': [
    'cúp nước',
    'mất nước',
    'ngừng cấp nước',
    'ngưng cấp nước',
    'ngừng cung cấp nước',
    'ngưng cung cấp nước',
  ],
  'tiêm phòng': [
    'chích ngừa',
    'tiêm ngừa',
    'chích phòng',
    'tiêm vắc xin',
    'tiêm vacxin',
    'tiêm vaccine',
    'chích vắc xin',
    'tiêm chủng',
    'chủng ngừa',
  ],
  tiêm: ['chích'],
  dại: ['bệnh dại'],
  'vắc xin': ['vacxin', 'vắc-xin', 'vaccine'],
  'thu gom rác': ['đổ rác', 'lấy rác', 'gom rác', 'hốt rác', 'thu rác'],
  'giữ xe': ['gửi xe', 'trông xe', 'trông giữ xe', 'gởi xe', 'đỗ xe', 'đậu xe'],
  'nghĩa vụ quân sự': ['nvqs'],
  'tiếp công dân': ['tiếp dân'],
};

/** "Mất điện thoại", "mất nước ngoài": a word that makes another thing of the one before. */
const otherThings = ' (?:thoại|tử|ảnh|ngoài)(?![\\p{L}\\p{N}])';

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');

const replacing = (write: (text: string) => string) => {
  const one = new Map(
    Object.entries(matters).flatMap(([name, ways]) => ways.map((way) => [write(way), write(name)] as const)),
  );
  const ways = [...one.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${ways.join('|')})(?![\\p{L}\\p{N}])(?!${write(otherThings)})`,
    'gu',
  );
  return (text: string) => text.replace(pattern, (way) => one.get(way) ?? way);
};

const inMarks = replacing((text) => text.normalize('NFC'));
const withoutMarks = replacing(fold);

/** The matters of two words or more that a text names; `text` as {@link sayOneWay} gives it. */
export const mattersIn = (text: string): string[] =>
  Object.keys(matters)
    .map((name) => (text === fold(text) ? fold(name) : name.normalize('NFC')))
    .filter((name) => name.includes(' ') && ` ${text} `.includes(` ${name} `));

/** @param text cleaned, lower case, NFC. Text without any mark is read as typed without them. */
export const sayOneWay = (text: string): string => (text === fold(text) ? withoutMarks(text) : inMarks(text));
