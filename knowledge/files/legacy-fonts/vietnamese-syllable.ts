/** Whether letters can be a syllable of Vietnamese at all: the spelling allows about one in fifty of all that could be typed. */

const onsets = 'b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|q|r|s|th|tr|t|v|x|';
/** Without tones; those that end in c, ch, p or t take two tones only. */
const rimes =
  'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt ơng u ua uân uâng uât uây uc uê uêch uên uênh uêt ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uyn uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ynh yt'.normalize(
    'NFC',
  );
const pattern = new RegExp(`^(?:${onsets.normalize('NFC')})(?:${rimes.split(' ').join('|')})$`, 'u');
const afterQuOrGi = /^(?:qu(?:[aăâeêiơoôy]|$)|gi(?:[aăâeêiouôơư]|$))/u;
const frontOnly = /^(?:k|gh|ngh)[^eêiyh]|^(?:c|g|ng)[eêy]|^c i/u;
const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const stopped = /(?:c|ch|p|t)$/u;
/** Acute and dot below. */
const stoppedTones = new Set(['\u0301', '\u0323']);

/** Any case, NFC or NFD. `false` for abbreviations, foreign words and figures. */
export function isVietnameseSyllable(text: string): boolean {
  const open = text.toLowerCase().normalize('NFD');
  const marks = open.match(tones) ?? [];
  if (marks.length > 1) return false;
  const plain = open.replace(tones, '').normalize('NFC');
  if (frontOnly.test(plain)) return false;
  const fits = pattern.test(plain) || (afterQuOrGi.test(plain) && pattern.test(plain.replace(/^(?:qu|gi)/u, 'h')));
  return fits && (!stopped.test(plain) || stoppedTones.has(marks[0] ?? ''));
}
