/** A field that the keys on the screen, a keyboard at the cable and the voice fill. Nothing of it is kept or suggested. */
import { useId } from 'preact/hooks';

interface FieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly onEnter: () => void;
  /** Shown as dots. */
  readonly secret?: boolean;
}

export function Field({ label, hint, value, onValue, onEnter, secret = false }: FieldProps) {
  const id = useId();
  const common = {
    id,
    value,
    placeholder: hint,
    maxLength: 500,
    inputMode: 'none',
    autocorrect: 'off',
    spellcheck: false,
    onInput: (event: { readonly currentTarget: HTMLInputElement }) => onValue(event.currentTarget.value),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      onEnter();
    },
  } as const;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {secret ? (
        <input type="password" autocomplete="one-time-code" {...common} />
      ) : (
        <input type="text" autocomplete="off" {...common} />
      )}
    </div>
  );
}
