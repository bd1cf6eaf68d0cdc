/** One talk: its head, what was said, where the officer writes, and beside it what there is to know. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { fill, texts } from '../../texts/texts.ts';
import { useConsole, useMay } from '../../view/console-context.ts';
import { BackIcon } from '../../view/icon.tsx';
import { WireError } from '../../wire/wire-error.ts';
import type { Talk } from '../../wire/wire-types.ts';
import { HeldPanel } from '../held/held-panel.tsx';
import { Aside } from './aside.tsx';
import { ClaimBar } from './claim-bar.tsx';
import { Composer } from './composer.tsx';
import { TalkContext } from './talk-context.ts';
import { type TalkDialogName, TalkDialogs } from './talk-dialogs.tsx';
import { TalkHead } from './talk-head.tsx';
import { TalkLog } from './talk-log.tsx';
import { useDraft } from './use-draft.ts';
import { useTalk } from './use-talk.ts';

interface TalkViewProps {
  readonly id: string;
  /** Back to the list. */
  readonly onLeave: () => void;
  /** Something of it has changed here: the list is read again. */
  readonly onChanged: () => void;
}

export function TalkView({ id, onLeave, onChanged }: TalkViewProps) {
  const { say, fail } = useConsole();
  const [state, model] = useTalk(id);
  const draft = useDraft(id);
  const [dialog, setDialog] = useState<TalkDialogName | null>(null);
  const answers = useMay('answer');
  useEffect(() => {
    document.getElementById('talk-title')?.focus({ preventScroll: true });
  }, []);
  const claim = useCallback(async () => {
    try {
      await model.claim();
      say(texts.talk.claimed);
      document.getElementById('compose')?.focus();
    } catch (error) {
      if (error instanceof WireError && error.code === 'taken' && error.by)
        say(fill(texts.talk.takenBy, { name: error.by }));
      else fail(error);
    }
    onChanged();
  }, [model, say, fail, onChanged]);
  const { talk } = state;
  if (!talk) return <Missing problem={state.problem} onLeave={onLeave} />;
  const shared = { id, talk, state, model, draft, claim, onChanged, openDialog: setDialog };
  return (
    <TalkContext.Provider value={shared}>
      <section class="pane talk-pane" aria-labelledby="talk-title">
        <TalkHead onLeave={onLeave} />
        <TalkLog />
        <div class="talk-foot">
          <HeldPanel />
          {answers ? <ClaimBar /> : null}
          {talk.handOff.state === 'closed' ? <ClosedLine talk={talk} /> : <Composer />}
        </div>
      </section>
      <aside class="pane aside-pane" aria-label={texts.about.title}>
        <Aside />
      </aside>
      {dialog ? <TalkDialogs name={dialog} onClose={() => setDialog(null)} /> : null}
    </TalkContext.Provider>
  );
}

function Missing({ problem, onLeave }: { readonly problem: string | null; readonly onLeave: () => void }) {
  return (
    <section class="pane talk-pane talk-missing" aria-labelledby="talk-title">
      <button type="button" class="button round back" aria-label={texts.talk.back} onClick={onLeave}>
        <BackIcon />
      </button>
      <h2 id="talk-title" tabIndex={-1}>
        {texts.talk.title}
      </h2>
      <p role="status">{problem ?? texts.talk.reading}</p>
    </section>
  );
}

function ClosedLine({ talk }: { readonly talk: Talk }) {
  const { rating } = talk.handOff;
  return (
    <div class="closed-line">
      <p>
        <strong>{texts.talk.closed}</strong>{' '}
        {rating ? fill(texts.talk.rating, { stars: rating.stars }) : texts.talk.ratingNone}
        {rating ? <Stars count={rating.stars} /> : null}
      </p>
      {rating?.word ? <p>{fill(texts.talk.ratingWord, { word: rating.word })}</p> : null}
    </div>
  );
}

const Stars = ({ count }: { readonly count: number }) => (
  <span class="stars" aria-hidden="true">
    {'★'.repeat(count)}
    {'☆'.repeat(Math.max(0, 5 - count))}
  </span>
);
