/** Vietnamese as its telex keys when the input method is off: `giấy tờ` becomes `giaays towf`. */

const toneKeys: Readonly<Record<string, string>> = {
  '\u0300': 'f',
  '\u0301': 's',
  '\u0309': 'r',
  '\u0303': 'x',
  '\u0323': 'j',
};

/** The keys of every word, the tone key at its end, as most people type. What has no mark stays as it is. */
export const typeTelex = (text: string): string => text.normalize('NFC').replace(/[\p{L}\p{M}]+/gu, keysOf);

function keysOf(word: string): string {
  let tone = '';
  const bare = word.normalize('NFD').replace(/[\u0300\u0301\u0309\u0303\u0323]/g, (mark) => {
    tone = toneKeys[mark] ?? '';
    return '';
  });
  const keys = bare
    .normalize('NFC')
    .replace(/([uư])ơ/giu, (_pair, u: string) => `${u === 'Ư' || u === 'U' ? 'U' : 'u'}ow`)
    .replace(
      /[âêô]/giu,
      (letter) => letter.normalize('NFD').charAt(0) + letter.normalize('NFD').charAt(0).toLowerCase(),
    )
    .replace(/[ăơư]/giu, (letter) => `${letter.normalize('NFD').charAt(0)}w`)
    .replace(/đ/g, 'dd')
    .replace(/Đ/g, 'Dd');
  return keys + tone;
}
