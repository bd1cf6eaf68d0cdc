/** Narrows the list. What can be chosen comes from the list itself and from the unit's own names. */
import { useEffect, useState } from 'preact/hooks';
import { type FilterName, filterNames, type InboxQuery, withFilter } from '../../inbox/inbox-query.ts';
import { texts } from '../../texts/texts.ts';
import { useConsole } from '../../view/console-context.ts';
import { Dialog } from '../../view/dialog.tsx';
import { channelWord, stateWord } from '../../view/words.ts';
import type { HandOff } from '../../wire/wire-types.ts';

interface FilterSheetProps {
  readonly query: InboxQuery;
  readonly items: readonly HandOff[];
  readonly onQuery: (query: InboxQuery) => void;
  readonly onClose: () => void;
}

interface Choice {
  readonly value: string;
  readonly name: string;
}

export function FilterSheet({ query, items, onQuery, onClose }: FilterSheetProps) {
  const [next, setNext] = useState(query);
  const units = useUnits();
  const choices = choicesOf(items, units);
  const apply = (event: Event) => {
    event.preventDefault();
    onQuery(next);
    onClose();
  };
  return (
    <Dialog title={texts.inbox.filterTitle} onClose={onClose}>
      <form class="form" onSubmit={apply}>
        {filterNames.map((name) => (
          <label key={name} class="field">
            {texts.inbox.filter[name]}
            <select
              value={next.filters[name] ?? ''}
              onChange={(event) => setNext(withFilter(next, name, event.currentTarget.value))}
            >
              <option value="">{texts.inbox.any}</option>
              {withChosen(choices[name], next.filters[name]).map(({ value, name: shown }) => (
                <option key={value} value={value}>
                  {shown}
                </option>
              ))}
            </select>
          </label>
        ))}
        <p class="form-actions">
          <button type="submit" class="button strong">
            {texts.inbox.apply}
          </button>
          <button
            type="button"
            class="button"
            onClick={() => {
              onQuery({ ...query, filters: {} });
              onClose();
            }}
          >
            {texts.inbox.clear}
          </button>
        </p>
      </form>
    </Dialog>
  );
}

/** A filter that is set can always be seen, also when nothing of it is listed now. */
const withChosen = (choices: readonly Choice[], chosen: string | undefined) =>
  chosen && !choices.some(({ value }) => value === chosen) ? [...choices, { value: chosen, name: chosen }] : choices;

const asChoices = (values: readonly (string | null)[], nameOf = (value: string) => value): readonly Choice[] =>
  [...new Set(values)]
    .filter((value) => value !== null)
    .sort((one, other) => one.localeCompare(other, 'vi'))
    .map((value) => ({ value, name: nameOf(value) }));

function choicesOf(
  items: readonly HandOff[],
  units: readonly Choice[],
): Readonly<Record<FilterName, readonly Choice[]>> {
  const unitName = (code: string) => units.find(({ value }) => value === code)?.name ?? code;
  return {
    channel: asChoices(['web', 'zalo-bot', 'zalo-oa', 'hotline', 'kiosk'], channelWord),
    field: asChoices(items.map(({ field }) => field)),
    unit: asChoices(
      items.map(({ unit }) => unit),
      unitName,
    ),
    label: asChoices(items.flatMap(({ labels }) => labels)),
    state: asChoices(['waiting', 'owned', 'call-back', 'closed'], stateWord),
  };
}

function useUnits(): readonly Choice[] {
  const { caller } = useConsole();
  const [units, setUnits] = useState<readonly Choice[]>([]);
  useEffect(() => {
    caller.get<readonly { code: string; name: string }[]>('/units').then(
      (list) => setUnits(list.map(({ code, name }) => ({ value: code, name }))),
      () => setUnits([]),
    );
  }, [caller]);
  return units;
}
