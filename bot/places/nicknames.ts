/** Names that people use and the tables do not have. Folded; by full name of the place. */

/** Of provinces, old and new. */
export const provinceNicknames: Readonly<Record<string, readonly string[]>> = {
  'Thành phố Hồ Chí Minh': ['sài gòn', 'sg', 'hcm', 'tphcm', 'tp hcm', 'hcmc', 'tphcm', 'saigon', 'thành phố hcm'],
  'Thành phố Hà Nội': ['hn', 'tphn', 'hanoi', 'thủ đô'],
  'Thành phố Hải Phòng': ['hp', 'tphp'],
  'Thành phố Huế': ['thừa thiên huế', 'thừa thiên', 'tth', 'tt huế'],
  'Tỉnh Bà Rịa - Vũng Tàu': ['vũng tàu', 'bà rịa', 'brvt', 'br vt'],
  'Tỉnh Đắk Lắk': ['dak lak', 'đắc lắc', 'đăk lăk'],
  'Tỉnh Đắk Nông': ['dak nong', 'đắc nông', 'đăk nông'],
  'Tỉnh Bắc Kạn': ['bắc cạn'],
};

/** Of old districts. */
export const districtNicknames: Readonly<Record<string, readonly string[]>> = {
  'Thành phố Buôn Ma Thuột': ['ban mê thuột', 'buôn mê thuột', 'ban mê', 'bmt'],
  'Thành phố Phan Rang-Tháp Chàm': ['phan rang', 'tháp chàm'],
  'Thành phố Pleiku': ['plei ku', 'play cu', 'plây cu', 'playku'],
  'Thành phố Thủ Dầu Một': ['thủ dầu 1'],
};

/**
 * Districts that went into others shortly before July 2025: people still name them. Only with their kind or beside a
 * ward, for several are names of wards elsewhere.
 */
export const mergedDistricts: Readonly<Record<string, readonly string[]>> = {
  'Thành phố Thủ Đức': ['2', '9'],
  'Thành phố Thanh Hóa': ['đông sơn'],
  'Thành phố Bắc Giang': ['yên dũng'],
  'Thành phố Vinh': ['cửa lò'],
  'Thành phố Nam Định': ['mỹ lộc'],
  'Thành phố Hạ Long': ['hoành bồ'],
  'Huyện Thạch Hà': ['lộc hà'],
  'Huyện Long Đất': ['long điền', 'đất đỏ'],
  'Huyện Đạ Huoai': ['đạ tẻh', 'cát tiên'],
  'Huyện Quế Sơn': ['nông sơn'],
  'Huyện Trà Bồng': ['tây trà'],
};

/** How people say the numbers of wards and districts ("phường Bảy", "quận Nhất"). */
export const numberWords: Readonly<Record<string, readonly string[]>> = {
  '1': ['một', 'nhất'],
  '2': ['hai', 'nhì'],
  '3': ['ba'],
  '4': ['bốn', 'tư'],
  '5': ['năm'],
  '6': ['sáu'],
  '7': ['bảy', 'bẩy'],
  '8': ['tám'],
  '9': ['chín'],
  '10': ['mười'],
  '11': ['mười một'],
  '12': ['mười hai'],
  '13': ['mười ba'],
  '14': ['mười bốn'],
  '15': ['mười lăm'],
};

const roman: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4', v: '5', vi: '6', vii: '7' };

/** Other ways of writing a name of the tables: numbers, apostrophes, the second half of a double name left out. */
export function otherSpellings(name: string): readonly string[] {
  const found = new Set<string>();
  if (/['’]/.test(name)) found.add(name.replace(/['’]/g, ' '));
  const double = name.split(' - ');
  if (double.length === 2 && double[0]) found.add(double[0]);
  const short = name.replace(/^(Nông trường|NT) /i, '');
  if (short !== name) found.add(short);
  const words = name.split(' ');
  const digit = roman[words.at(-1)?.toLowerCase() ?? ''];
  if (digit && /^[IVX]+$/.test(words.at(-1) ?? '')) found.add([...words.slice(0, -1), digit].join(' '));
  for (const word of numberWords[digit ?? name] ?? []) if (words.length === 1) found.add(word);
  return [...found];
}
