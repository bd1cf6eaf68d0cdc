/** What citizens asked in vain, by matter, and what an editor makes of it. */
import { useState } from 'preact/hooks';
import { useConsole } from '../../view/console-context.ts';
import { MakeDraft } from './make-draft.tsx';
import { useLoaded } from './use-loaded.ts';
import type { Group } from './wire-types.ts';
import { dayText, fill, wordOf, words } from './words.ts';

export function QuestionsView() {
  const { go, say } = useConsole();
  const { value } = useLoaded<{ readonly groups: readonly Group[] }>('/editorial/groups');
  const [open, setOpen] = useState<Group | null>(null);
  const { questions: own } = words;
  return (
    <section class="sheet-page editorial">
      <h1>{own.title}</h1>
      <p class="note">{own.intro}</p>
      <ol class="editorial-list" aria-busy={value === null}>
        {value?.groups.map((group) => (
          <GroupItem key={group.id} group={group} onMake={() => setOpen(group)} />
        ))}
      </ol>
      {value?.groups.length === 0 ? <p>{own.none}</p> : null}
      {open ? (
        <MakeDraft
          group={open}
          onClose={() => setOpen(null)}
          onMade={(id) => {
            say(own.made);
            go(`/console/ban-nhap/${id}`);
          }}
        />
      ) : null}
    </section>
  );
}

function GroupItem({ group, onMake }: { readonly group: Group; readonly onMake: () => void }) {
  const { questions: own } = words;
  const { persons, questions, firstAt, lastAt } = group;
  const [first, last] = [dayText(firstAt), dayText(lastAt)];
  const channels = Object.entries(group.channels)
    .map(([name, count]) => `${wordOf(words.channels, name)} (${count})`)
    .join(', ');
  return (
    <li class="editorial-item">
      <h2>{questions[0]?.text}</h2>
      <p class="note">
        {fill(own.count, { persons, questions: questions.length })}.{' '}
        {fill(first === last ? own.day : own.when, { first, last })}. {fill(own.channels, { channels })}.
      </p>
      <details>
        <summary>{own.all}</summary>
        <ul>
          {questions.map(({ turnId, text, at, channel, because }) => (
            <li key={turnId}>
              {text}{' '}
              <span class="note">
                {dayText(at)}, {wordOf(words.channels, channel)}, {wordOf(words.because, because)}
              </span>
            </li>
          ))}
        </ul>
      </details>
      <button type="button" class="button" onClick={onMake}>
        {own.make}
      </button>
    </li>
  );
}
