/** Short words by which talks are found again. */
import { useState } from 'preact/hooks';
import { fill, texts } from '../../texts/texts.ts';
import { useConsole } from '../../view/console-context.ts';
import { CloseIcon } from '../../view/icon.tsx';
import { useOpenTalk } from './talk-context.ts';

export function LabelsPanel({ labels }: { readonly labels: readonly string[] }) {
  const { id, model, onChanged } = useOpenTalk();
  const { caller, fail } = useConsole();
  const [word, setWord] = useState('');
  const save = async (next: readonly string[]) => {
    try {
      await caller.put(`/hand-offs/${id}/labels`, { labels: next });
      await model.read();
    } catch (error) {
      fail(error);
    }
    onChanged();
  };
  const add = (event: Event) => {
    event.preventDefault();
    const label = word.trim();
    if (label === '' || labels.includes(label)) return;
    setWord('');
    void save([...labels, label]);
  };
  return (
    <section class="aside-part">
      <h3>{texts.labels.title}</h3>
      {labels.length === 0 ? <p class="note">{texts.labels.none}</p> : null}
      <ul class="label-row">
        {labels.map((label) => (
          <li key={label} class="label">
            {label}
            <button
              type="button"
              class="button round"
              aria-label={fill(texts.labels.remove, { label })}
              onClick={() => void save(labels.filter((one) => one !== label))}
            >
              <CloseIcon />
            </button>
          </li>
        ))}
      </ul>
      <form class="inline-form" onSubmit={add}>
        <label class="field">
          {texts.labels.add}
          <input type="text" maxLength={60} value={word} onInput={(event) => setWord(event.currentTarget.value)} />
        </label>
        <button type="submit" class="button">
          {texts.labels.addButton}
        </button>
      </form>
    </section>
  );
}
