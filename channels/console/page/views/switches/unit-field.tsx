/** Where it holds: chosen from one's own units, or written as a code by whoever may name any. */
import type { SwitchesReply } from '../../../switches/schemas.ts';
import { words } from './switches-words.ts';

export type Reach = SwitchesReply['reach'];

interface UnitFieldProps {
  readonly reach: Reach;
  /** '': everywhere. */
  readonly unit: string;
  readonly onUnit: (unit: string) => void;
}

export function UnitField({ reach, unit, onUnit }: UnitFieldProps) {
  if (!reach)
    return (
      <label class="field">
        {words.unit}
        <input
          type="text"
          inputMode="numeric"
          pattern="\d{2}|\d{5}"
          placeholder={words.unitExample}
          value={unit}
          onInput={(event) => onUnit(event.currentTarget.value.trim())}
        />
      </label>
    );
  return (
    <label class="field">
      {words.where}
      <select value={unit} onChange={(event) => onUnit(event.currentTarget.value)}>
        {reach.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
