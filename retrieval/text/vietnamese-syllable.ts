/** Which folded letters can be a Vietnamese syllable at all. */

const onset = '(?:b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|r|s|t|th|tr|v|x)?';
const rimes = [
  'a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay',
  'e|ec|ech|em|en|eng|enh|eo|ep|et|eu',
  'i|ia|ich|iec|iem|ien|ieng|iep|iet|ieu|im|in|inh|ip|it|iu',
  'o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oap|oat|oay|oc|oe|oen|oeo|oet|oi|om|on|ong|oong|op|ot',
  'u|ua|uan|uang|uat|uau|uay|uc|ue|uech|uenh|ui|um|un|ung|uo|uoc|uoi|uom|uon|uong|uop|uot|uou|up|ut|uu',
  'uy|uya|uych|uyen|uyet|uyt|uynh|uyu|uit|y|yem|yen|yet|yeu',
].join('|');
const afterQ = 'qu(?:a|ac|ach|ai|an|ang|anh|ao|ap|at|au|ay|e|en|eo|et|ech|enh|i|it|inh|ich|oc|y|yen|yet|ynh|yt)';
const shape = new RegExp(`^(?:${onset}(?:${rimes})|${afterQ})$`);

/** True when `term` (folded) has the shape of a Vietnamese syllable; says nothing of whether it is a word. */
export const isSyllable = (term: string): boolean => shape.test(term);

/** A syllable that ends in c, ch, p or t takes only the tones sắc (2) and nặng (5), or an omitted one. */
export const takesTone = (term: string, tone: string): boolean =>
  tone === '' || tone === '2' || tone === '5' || !/(?:c|ch|p|t)$/.test(term);
