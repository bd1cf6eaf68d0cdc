/** Where the line lies between answering, asking back and declining. Set on the development halves; see docs/decisions. */

/** Confidence of the search, 0 to 1. Below: nothing that we know was asked for. */
export const knownFrom = 0.35;
/** Also known: so much weight of words explained with a fair score, or some with a high one. */
export const manyWords = 3.5;
export const fairScore = 0.7;
export const fewWords = 2;
export const highScore = 1.1;
/** From here on the question stands alone, whatever was talked about before. */
export const sureFrom = 0.6;
/** A clause counts as a matter of its own from here on. */
export const clauseFrom = 0.5;
/** With something definite asked, a hit equals the best from this share of its score and of what it explains. */
export const equalScore = 0.94;
export const equalExplained = 0.95;
/** For a bare topic, a hit comes near the best from these shares. */
export const nearScore = 0.55;
export const nearExplained = 0.75;
/** How much less a rival may have from "nước ngoài", "cấp lại" and the like. */
export const modifierSlack = 0.05;
/** Where the search is unsure, hits from this share of the best score on are tied; so many of them are offered. */
export const tiedScore = 0.99;
export const mostGuessed = 4;
/** The same where a card is best: it tells little and sends far, so more is asked back before it. */
export const tiedCardScore = 0.9;
/** The topic talked about last wins over a new one when its score is at least this share of the best. */
export const topicShare = 0.75;
/** Topic words that weigh less than this in sum name nothing. */
export const leastTopic = 0.5;
/** One syllable of a topic ("quyết định" read as one) names no procedure beside one that is talked of. */
export const oneWord = 1;
/** Options offered when asking back. */
export const mostOptions = 5;
/** After asking back, an option that was offered is meant from this share of the best score on. */
export const offeredShare = 0.85;
/** Of a bare topic at most so many words are left unexplained, and the best hit explains at least this share. */
export const mostUnexplained = 3;
export const leastBareExplained = 0.6;
/** One procedure that explains this share of a question explains it all: there is no second matter. */
export const wholeExplains = 0.8;
/** Each side of a message of two matters is explained at least to this share. */
export const leastSideExplained = 0.5;
/** The plain sibling is meant from this share of the best score and of what the best explains. */
export const plainShare = 0.85;
/** Siblings of a family without a plain form are asked back from this share of the best score on. */
export const siblingShare = 0.88;
/** The same for a question of a few words, which cannot tell them apart: share of the score and of what is explained. */
export const siblingShareBare = 0.77;
export const fewWordsLong = 9;
/** A question of more words than this tells its own case: it is answered, not asked back. */
export const longestBare = 20;
/** A longer message tells a story: what joins its parts does not join two matters. */
export const longestSeveral = 32;
