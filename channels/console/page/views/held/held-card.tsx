/** One held answer with its sources, and what an officer may do with it. */
import { useState } from 'preact/hooks';
import type { HeldDraft, SentReply } from '../../../held/schemas.ts';
import { isFree } from '../../talk/claim-state.ts';
import { fill } from '../../texts/texts.ts';
import { useConsole, useMay } from '../../view/console-context.ts';
import { momentWord } from '../figures/figures-words.ts';
import { AnswerView } from '../talk/answer-view.tsx';
import { useOpenTalk } from '../talk/talk-context.ts';
import { words } from './held-words.ts';

interface HeldCardProps {
  readonly draft: HeldDraft;
  readonly onDone: () => Promise<void>;
}

export function HeldCard({ draft, onDone }: HeldCardProps) {
  const { talk, state } = useOpenTalk();
  const [editing, setEditing] = useState(false);
  const act = useActs(draft, onDone);
  const mayDecide = useMay('answer') && (state.claim.kind === 'held' || isFree(talk.handOff));
  return (
    <article class="held-card">
      <p>{fill(words.asked, { question: draft.question })}</p>
      <AnswerView answer={draft.answer as never} />
      <p class="note">{fill(words.until, { at: momentWord(draft.releaseAt) })}</p>
      {mayDecide && editing && state.claim.kind === 'held' ? (
        <EditForm draft={draft} onSend={act.send} onBack={() => setEditing(false)} />
      ) : null}
      {mayDecide && !(editing && state.claim.kind === 'held') ? (
        <div class="held-buttons">
          <button type="button" class="button strong" onClick={() => void act.send(null, false)}>
            {words.send}
          </button>
          <button type="button" class="button" onClick={() => void act.send(null, true)}>
            {words.keepSend}
          </button>
          <button type="button" class="button" onClick={() => void act.take().then(setEditing)}>
            {words.edit}
          </button>
          <button type="button" class="button" onClick={() => void act.answerMyself()}>
            {words.own}
          </button>
          <p class="note">{words.keepAbout}</p>
        </div>
      ) : null}
    </article>
  );
}

interface EditFormProps {
  readonly draft: HeldDraft;
  readonly onSend: (text: string | null, keep: boolean) => Promise<void>;
  readonly onBack: () => void;
}

function EditForm({ draft, onSend, onBack }: EditFormProps) {
  const [text, setText] = useState(draft.text);
  return (
    <form
      class="held-edit"
      onSubmit={(event) => {
        event.preventDefault();
        void onSend(text, false);
      }}
    >
      <label class="field">
        {words.words}
        <textarea rows={8} maxLength={4000} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <div class="held-buttons">
        <button type="submit" class="button strong">
          {words.sendEdited}
        </button>
        <button type="button" class="button" onClick={() => void onSend(text, true)}>
          {words.keepSend}
        </button>
        <button type="button" class="button" onClick={onBack}>
          {words.back}
        </button>
      </div>
    </form>
  );
}

/** Each ends with a fresh look at the talk: whoever was quicker is seen there. */
function useActs({ id: draftId }: HeldDraft, onDone: () => Promise<void>) {
  const { caller, say, fail } = useConsole();
  const { id, state, model, claim, onChanged } = useOpenTalk();
  const path = `/held/hand-offs/${id}/${draftId}`;
  const fenceOf = () => {
    const held = model.state.claim;
    return held.kind === 'held' ? held.claim.fence : null;
  };
  const done = async () => {
    await Promise.all([model.read(), onDone()]);
    onChanged();
  };
  const take = async (): Promise<boolean> => {
    if (state.claim.kind !== 'held') await claim();
    return fenceOf() !== null;
  };
  return {
    take,
    async send(text: string | null, keep: boolean): Promise<void> {
      try {
        const sent = await caller.post<SentReply>(`${path}/send`, { fence: fenceOf(), text, keep });
        say(sent.isKept ? words.kept : words.sent);
      } catch (error) {
        fail(error);
      }
      await done();
    },
    async answerMyself(): Promise<void> {
      if (!(await take())) return;
      try {
        await caller.post(`${path}/drop`, { fence: fenceOf() });
        say(words.dropped);
        document.getElementById('compose')?.focus();
      } catch (error) {
        fail(error);
      }
      await done();
    },
  };
}
