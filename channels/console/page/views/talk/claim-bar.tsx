/** Whose talk it is, and the way to take it. Nothing while one holds it: then one writes. */

import { copyText } from '../../../../pages/keep/copy-text.ts';
import { isFree } from '../../talk/claim-state.ts';
import { fill, texts } from '../../texts/texts.ts';
import { useConsole } from '../../view/console-context.ts';
import { useOpenTalk } from './talk-context.ts';

export function ClaimBar() {
  const { talk, state, claim } = useOpenTalk();
  const { handOff } = talk;
  if (state.claim.kind === 'held' || handOff.state === 'closed') return null;
  if (state.claim.kind === 'lost') return <LostBar by={state.claim.by} />;
  const busy = state.claim.kind === 'claiming';
  if (!isFree(handOff))
    return <p class="claim-bar claim-other">{fill(texts.talk.ownedBy, { name: handOff.owner?.name ?? '' })}</p>;
  return (
    <p class="claim-bar">
      <button
        id="claim"
        type="button"
        class="button strong claim-button"
        aria-disabled={busy}
        onClick={() => void claim()}
      >
        {busy ? texts.talk.claiming : texts.talk.claim}
      </button>
    </p>
  );
}

/** What was typed stays in the box below; it can be taken along by copying. */
function LostBar({ by }: { readonly by: string | null }) {
  const { model, claim, draft } = useOpenTalk();
  const { say } = useConsole();
  const copy = async () => say((await copyText(draft.text)) ? texts.compose.copied : texts.compose.copyFailed);
  return (
    <div class="claim-bar claim-lost" role="alert">
      <p>{by ? fill(texts.talk.lost, { name: by }) : texts.talk.lostWaiting}</p>
      <p class="claim-tools">
        {by ? null : (
          <button id="claim" type="button" class="button strong" onClick={() => void claim()}>
            {texts.talk.takeAgain}
          </button>
        )}
        {draft.text ? (
          <button type="button" class="button" onClick={() => void copy()}>
            {texts.compose.copyDraft}
          </button>
        ) : null}
        <button type="button" class="button" onClick={() => model.giveUp()}>
          {texts.talk.giveUp}
        </button>
      </p>
    </div>
  );
}
