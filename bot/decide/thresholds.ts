/** Where the line lies between answering, asking back and declining. Set on the development halves; see docs/decisions. */

/** Confidence of the search, 0 to 1. Below: nothing that we know was asked for. */
export const knownFrom = 0.35;
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
/** The topic talked about last wins over a new one when its score is at least this share of the best. */
export const topicShare = 0.75;
/** Topic words that weigh less than this in sum name nothing. */
export const leastTopic = 0.5;
/** Options offered when asking back. */
export const mostOptions = 5;
