/** Answers of the bot that wait in this talk: send them, change them, or answer oneself. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { DraftsReply, HeldDraft } from '../../../held/schemas.ts';
import { fill } from '../../texts/texts.ts';
import { useConsole, useHints } from '../../view/console-context.ts';
import { useOpenTalk } from '../talk/talk-context.ts';
import { HeldCard } from './held-card.tsx';
import { words } from './held-words.ts';

export function HeldPanel() {
  const { id, talk } = useOpenTalk();
  const { drafts, reload } = useHeld(id, `${talk.handOff.fence} ${talk.handOff.state} ${talk.last}`);
  const waiting = drafts.filter(({ state }) => state === 'held');
  const settled = drafts.filter(({ state }) => state !== 'held');
  if (drafts.length === 0) return null;
  return (
    <section class="held-panel" aria-labelledby="held-title">
      <h3 id="held-title" hidden={waiting.length === 0}>
        {words.title}
      </h3>
      {waiting.map((draft) => (
        <HeldCard key={draft.id} draft={draft} onDone={reload} />
      ))}
      {settled.map((draft) => (
        <p key={draft.id} class="note">
          {settledWord(draft)}
        </p>
      ))}
    </section>
  );
}

const settledWord = ({ state, by }: HeldDraft): string =>
  state === 'held' ? '' : fill(words.state[state], { by: by ?? '' });

/** Read anew whenever the talk has changed. */
function useHeld(id: string, change: string) {
  const { caller } = useConsole();
  const [drafts, setDrafts] = useState<readonly HeldDraft[]>([]);
  const reload = useCallback(
    () =>
      caller.get<DraftsReply>(`/held/hand-offs/${id}`).then(
        (found) => setDrafts(found.drafts),
        // A reading that failed shows what was known; the next change reads again.
        () => {},
      ),
    [caller, id],
  );
  useEffect(() => void reload(), [reload, change]);
  useHints((hint) => {
    if (hint.kind === 'look' || (hint.kind === 'hand-off' && hint.id === id)) void reload();
  });
  return { drafts, reload };
}
