/** The fields of an account. */
import { texts } from '../../texts/texts.ts';
import type { StaffDraft } from './staff-draft.ts';

interface StaffFormProps {
  readonly draft: StaffDraft;
  readonly isNew: boolean;
  readonly onDraft: (draft: StaffDraft) => void;
  readonly onSubmit: () => void;
}

const roles = ['officer', 'editor', 'supervisor', 'admin'] as const;

export function StaffForm({ draft, isNew, onDraft, onSubmit }: StaffFormProps) {
  const words = texts.staff;
  const field = (
    name: 'name' | 'login' | 'email' | 'unit' | 'skills' | 'desk',
    more: Readonly<Record<string, unknown>>,
    hint?: string,
  ) => (
    <label class="field">
      {words[name]}
      <input
        type="text"
        autocomplete="off"
        value={draft[name]}
        onInput={(event) => onDraft({ ...draft, [name]: event.currentTarget.value })}
        {...(hint ? { 'aria-describedby': `staff-${name}-hint` } : {})}
        {...more}
      />
      {hint ? (
        <span class="field-hint" id={`staff-${name}-hint`}>
          {hint}
        </span>
      ) : null}
    </label>
  );
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {field('name', { required: true, maxLength: 80 })}
      {isNew
        ? field(
            'login',
            {
              required: true,
              maxLength: 60,
              pattern: '[a-z0-9][a-z0-9._\\-]{2,59}',
              title: words.loginHint,
              autocapitalize: 'none',
            },
            words.loginHint,
          )
        : null}
      <label class="field">
        {words.role}
        <select
          value={draft.role}
          onChange={(event) =>
            onDraft({ ...draft, role: roles.find((one) => one === event.currentTarget.value) ?? draft.role })
          }
        >
          {roles.map((role) => (
            <option key={role} value={role}>
              {texts.role[role]}
            </option>
          ))}
        </select>
      </label>
      {field('unit', { required: true, pattern: '\\d{2}(\\d{3})?', inputMode: 'numeric', title: words.unit })}
      {field('desk', { maxLength: 100 })}
      {field('skills', { maxLength: 2000 })}
      {field('email', { type: 'email', maxLength: 200 })}
      <p class="form-actions">
        <button type="submit" class="button strong">
          {isNew ? words.doInvite : words.save}
        </button>
      </p>
    </form>
  );
}
