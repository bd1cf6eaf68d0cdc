/** Who it is, why, by when; and what else can be done with the talk. */
import { dueWords, sinceWords } from '../../inbox/waiting-words.ts';
import { fill, texts } from '../../texts/texts.ts';
import { useMay } from '../../view/console-context.ts';
import { BackIcon, MoreIcon } from '../../view/icon.tsx';
import { useNow } from '../../view/use-now.ts';
import { causeWord, channelWord, closingWord, stateWord } from '../../view/words.ts';
import { useOpenTalk } from './talk-context.ts';

export function TalkHead({ onLeave }: { readonly onLeave: () => void }) {
  const { talk, state, openDialog } = useOpenTalk();
  const { handOff } = talk;
  const now = useNow();
  const due = handOff.state === 'closed' || handOff.firstReplyAt ? null : dueWords(handOff.dueAt, now);
  const held = state.claim.kind === 'held';
  const name = talk.citizenName ? fill(texts.talk.named, { name: talk.citizenName }) : texts.talk.citizen;
  return (
    <header class="talk-head">
      <button type="button" class="button round back" aria-label={texts.talk.back} onClick={onLeave}>
        <BackIcon />
      </button>
      <div class="talk-names">
        <h2 id="talk-title" tabIndex={-1}>
          {name}
          <span class="talk-code">{handOff.code}</span>
        </h2>
        <p class="talk-why">
          <span>{causeWord(handOff.cause)}</span>
          <span>{channelWord(handOff.channel)}</span>
          <span>
            {handOff.state === 'waiting'
              ? sinceWords(handOff.askedAt, now)
              : handOff.closedAs
                ? closingWord(handOff.closedAs)
                : stateWord(handOff.state)}
          </span>
          {due ? <span class={`due due-${due.urgency}`}>{due.text}</span> : null}
        </p>
      </div>
      <div class="talk-tools">
        {held ? <EndButtons /> : null}
        <button
          type="button"
          class="button about-button"
          aria-haspopup="dialog"
          onClick={() => openDialog({ kind: 'about' })}
        >
          {texts.talk.details}
        </button>
        <button
          type="button"
          class="button round"
          aria-haspopup="dialog"
          aria-label={texts.talk.more}
          onClick={() => openDialog({ kind: 'more' })}
        >
          <MoreIcon />
        </button>
      </div>
    </header>
  );
}

/** The two ways out that are used most. */
function EndButtons() {
  const { openDialog } = useOpenTalk();
  const moves = useMay('transfer');
  return (
    <span class="end-buttons">
      {moves ? (
        <button type="button" class="button" aria-haspopup="dialog" onClick={() => openDialog({ kind: 'transfer' })}>
          {texts.transfer.do}
        </button>
      ) : null}
      <button
        type="button"
        class="button"
        aria-haspopup="dialog"
        onClick={() => openDialog({ kind: 'end', as: 'returned' })}
      >
        {texts.end.return}
      </button>
      <button
        type="button"
        class="button"
        aria-haspopup="dialog"
        onClick={() => openDialog({ kind: 'end', as: 'finished' })}
      >
        {texts.end.finish}
      </button>
    </span>
  );
}
