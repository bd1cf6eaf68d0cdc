/** Answers held for an officer's look: the rules, the citizen's side, the officers' side, and what goes out by itself. */
import type { Database, Officer } from './database.ts';
import type { StoredHandOff } from './hand-offs.ts';
import { type DraftDecision, type Dropping, decideDraft, dropDraft, type SentDraft } from './held/decide-draft.ts';
import { draftsOf, type HeldDraft, noteKnowledge } from './held/held-draft.ts';
import { cancelDraft, type HeldWish, holdDraft } from './held/hold-draft.ts';
import { type HoldRule, type NewHoldRule, readRules, setRule } from './held/hold-rules.ts';
import { type DueDraft, dueDrafts, type Releasing, releaseDraft } from './held/release-draft.ts';

export type { HeldDraft } from './held/held-draft.ts';
export type { HoldRule } from './held/hold-rules.ts';

export interface HeldStore {
  rules(): Promise<readonly HoldRule[]>;
  /** In place of the unit's own before; written down in the audit log. */
  setRule(rule: NewHoldRule): Promise<void>;
  /** `null`: the talk waits for a person, or is kept to a desk; then nothing is held. */
  hold(wish: HeldWish): Promise<{ readonly handOff: StoredHandOff; readonly draftId: string } | null>;
  /** Nobody could be called: the answer goes out at once after all. */
  cancel(citizenId: string, draftId: string, now: Date): Promise<void>;
  /** What has waited long enough, or stands in a hand-off that is over. */
  due(now: Date): Promise<readonly DueDraft[]>;
  /** `false` when somebody was quicker. */
  release(releasing: Releasing): Promise<boolean>;
  /** All drafts of a hand-off, oldest first. */
  drafts(officer: Officer, handOffId: string): Promise<readonly HeldDraft[]>;
  /** @throws {@link HandOffError} `taken`, `lost`, `unknown`; then nothing was said. The same officer's second call says nothing anew. */
  send(officer: Officer, decision: DraftDecision): Promise<SentDraft>;
  /** The officer answers himself. */
  drop(officer: Officer, dropping: Dropping): Promise<void>;
  noteKnowledge(officer: Officer, draftId: string, knowledgeId: string): Promise<void>;
}

export const makeHeld = (database: Database): HeldStore => ({
  ...keepRules(database),
  hold: (wish) => database.withCitizen(wish.handOff.citizenId, (handle) => holdDraft(handle, wish)),
  cancel: (citizenId, draftId, now) => database.withCitizen(citizenId, (handle) => cancelDraft(handle, draftId, now)),
  due: (now) => database.withJob('handOffs', (handle) => dueDrafts(handle, now)),
  release: (releasing) => database.withCitizen(releasing.citizenId, (handle) => releaseDraft(handle, releasing)),
  drafts: (officer, handOffId) => database.withOfficer(officer, (handle) => draftsOf(handle, handOffId)),
  send: (officer, decision) => database.withOfficer(officer, (handle) => decideDraft(handle, decision)),
  drop: (officer, dropping) => database.withOfficer(officer, (handle) => dropDraft(handle, dropping)),
  noteKnowledge: (officer, draftId, knowledgeId) =>
    database.withOfficer(officer, (handle) => noteKnowledge(handle, draftId, knowledgeId)),
});

/** So long a rule that another copy of the program set may be unknown to this one, in ms: every turn asks for them. */
const rulesHoldMs = 1_000;

function keepRules(database: Database): Pick<HeldStore, 'rules' | 'setRule'> {
  let kept: { readonly rules: Promise<readonly HoldRule[]>; readonly until: number } | null = null;
  return {
    rules() {
      if (kept && performance.now() < kept.until) return kept.rules;
      const rules = readRules(database.outer);
      kept = { rules, until: performance.now() + rulesHoldMs };
      rules.catch(() => {
        kept = null;
      });
      return rules;
    },
    async setRule(rule) {
      await database.withJob('switches', (handle) => setRule(handle, rule));
      kept = null;
    },
  };
}
