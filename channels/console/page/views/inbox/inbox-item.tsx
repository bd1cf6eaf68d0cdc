/** One hand-off in the list: by which channel, why, how long it has waited, by when it is due, what it is about. */
import { dueWords, sinceWords } from '../../inbox/waiting-words.ts';
import { fill, texts } from '../../texts/texts.ts';
import { useConsole } from '../../view/console-context.ts';
import { ClockIcon } from '../../view/icon.tsx';
import { Link } from '../../view/link.tsx';
import { causeWord, channelWord, stateWord } from '../../view/words.ts';
import type { HandOff } from '../../wire/wire-types.ts';

interface InboxItemProps {
  readonly item: HandOff;
  readonly to: string;
  readonly current: boolean;
  readonly unseen: boolean;
  readonly now: Date;
}

export function InboxItem({ item, to, current, unseen, now }: InboxItemProps) {
  const due = item.state === 'closed' ? null : dueWords(item.dueAt, now);
  return (
    <li class={`item item-${item.state}${unseen ? ' item-unseen' : ''}`}>
      <Link to={to} current={current} id={`item-${item.id}`} class="item-link">
        <span class="item-top">
          <strong class="item-cause">{causeWord(item.cause)}</strong>
          {due ? <span class={`due due-${due.urgency}`}>{due.text}</span> : null}
        </span>
        <span class="item-summary">{item.summary.text}</span>
        <span class="item-foot">
          <span>{channelWord(item.channel)}</span>
          <span class="item-since">
            <ClockIcon />
            {item.state === 'waiting' ? sinceWords(item.askedAt, now) : stateWord(item.state)}
          </span>
          <Owner item={item} />
          {isMissed(item) ? <span class="tag tag-warn">{texts.inbox.missed}</span> : null}
          {item.practice ? <span class="tag">{texts.inbox.practice}</span> : null}
          {item.escalation > 0 && item.state === 'waiting' ? (
            <span class="tag tag-warn">{fill(texts.inbox.escalated, { count: item.escalation })}</span>
          ) : null}
          {item.labels.map((label) => (
            <span key={label} class="tag">
              {label}
            </span>
          ))}
          {unseen ? <span class="hidden">{texts.inbox.unseen}</span> : null}
        </span>
      </Link>
    </li>
  );
}

/** It ended, and no officer had said a word: what a supervisor looks for. One that was withdrawn or moved is not missed here. */
const isMissed = ({ state, firstReplyAt, closedAs }: HandOff): boolean =>
  state === 'closed' && firstReplyAt === null && closedAs !== 'withdrawn' && closedAs !== 'moved';

function Owner({ item }: { readonly item: HandOff }) {
  const { me } = useConsole();
  if (!item.owner) return null;
  return (
    <span>{item.owner.id === me.member.id ? texts.inbox.you : fill(texts.inbox.owner, { name: item.owner.name })}</span>
  );
}
