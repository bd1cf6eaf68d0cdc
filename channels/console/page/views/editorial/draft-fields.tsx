/** The fields of a draft, as its kind has them. */
import type { Content } from './wire-types.ts';
import { words } from './words.ts';

interface DraftFieldsProps {
  readonly content: Content;
  readonly disabled: boolean;
  readonly onChange: (content: Content) => void;
}

type Field = keyof typeof words.fields;
const order = Object.keys(words.fields) as readonly Field[];
const long = new Set<Field>(['text', 'whereToGo', 'mustCatch', 'mustNotCatch']);

export function DraftFields({ content, disabled, onChange }: DraftFieldsProps) {
  return (
    <div class="editorial-form">
      {order
        .filter((field) => content[field] !== undefined)
        .map((field) => (
          <label key={field} class="field" for={`draft-${field}`}>
            {words.fields[field]}
            <FieldInput
              field={field}
              value={content[field] ?? ''}
              disabled={disabled}
              onInput={(value) => onChange({ ...content, [field]: value } as Content)}
            />
          </label>
        ))}
    </div>
  );
}

interface FieldInputProps {
  readonly field: Field;
  readonly value: string;
  readonly disabled: boolean;
  readonly onInput: (value: string) => void;
}

function FieldInput({ field, value, disabled, onInput }: FieldInputProps) {
  if (field === 'level')
    return (
      <select
        id={`draft-${field}`}
        value={value}
        disabled={disabled}
        onChange={(event) => onInput(event.currentTarget.value)}
      >
        {Object.entries(words.levels).map(([level, text]) => (
          <option key={level} value={level}>
            {text}
          </option>
        ))}
      </select>
    );
  if (long.has(field))
    return (
      <textarea
        id={`draft-${field}`}
        rows={field === 'text' ? 24 : 2}
        value={value}
        readOnly={disabled}
        spellcheck={field !== 'text'}
        class={field === 'text' ? 'editorial-code' : ''}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    );
  return (
    <input
      id={`draft-${field}`}
      value={value}
      readOnly={disabled}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
}
