/** Questions in English about a case already filed. */
import type { DossierTopic } from './dossier-topic.ts';

const mine =
  /\b(?:my|our|the|this|that) (?:\w+ ){0,4}(?:case|cases|application|dossier|file|submission)\b|\b(?:i|we) (?:have )?(?:filed|submitted|applied|handed in)\b/i;
const others =
  /\b(?:his|her|their|neighbou?r'?s|friend'?s|somebody else'?s|another person'?s) (?:\w+ ){0,3}(?:case|application|dossier|file)\b/i;
const state =
  /\b(?:status|progress|where is|how far|ready|done|finished|late|overdue|delayed|missing|returned|sent back|refused|rejected|collect|pick up|when|paid|payment|still waiting|check|track|look up|notify|notification|text me|message me|change (?:my|the) (?:phone|number))\b/i;

const topics: readonly (readonly [DossierTopic, RegExp])[] = [
  ['unrecorded-payment', /\b(?:paid|charged|debited|money)\b.{0,60}\b(?:not|never|still|yet|twice)\b/i],
  ['wrong-result', /\b(?:result|certificate|paper)\b.{0,40}\b(?:wrong|mistake|misspel\w+|error)\b/i],
  ['contact', /\bchange (?:my|the) (?:\w+ )?(?:phone|number|contact|e-?mail)\b/i],
  ['notices', /\b(?:notify|text|message|tell|call) me\b.{0,20}\bwhen\b|\bnotifications?\b/i],
  ['sharing', /\bcan (?:my|the) \w+ (?:also )?(?:see|look|check)\b|\bwho (?:else )?can see\b/i],
  ['collect', /\b(?:collect|pick (?:it )?up|bring)\b/i],
  ['missing', /\b(?:missing|more papers|supplement|additional)\b/i],
  ['returned', /\b(?:returned|sent back|refused|rejected|why)\b/i],
  ['fee', /\b(?:fee|pay|paid|payment|cost)\b/i],
  ['promise', /\b(?:before|by) (?:\w+day|tomorrow|next week|the \d+)\b|\bpromise|guarantee\b/i],
  ['due', /\b(?:when|late|overdue|delay\w*|how long)\b/i],
];

/** `null` when no filed case is asked about: the rules of a procedure are another question. */
export function englishDossierQuestion(
  text: string,
): { readonly kind: 'own' | 'other'; readonly topic: DossierTopic } | null {
  if (!state.test(text)) return null;
  const kind = others.test(text) ? 'other' : mine.test(text) ? 'own' : null;
  return kind && { kind, topic: topics.find(([, pattern]) => pattern.test(text))?.[0] ?? 'state' };
}
