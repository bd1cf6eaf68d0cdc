/** Whether somebody is signed in, as the server tells it by the cookie that no script can read. */

export interface Me {
  /** Whether one can sign in here. */
  readonly signIn: boolean;
  readonly signedIn: boolean;
  /** Masked; `null` when not told. */
  readonly name: string | null;
  /** What the form of the sign-out brings back. */
  readonly formKey: string;
}

export const nobody: Me = { signIn: false, signedIn: false, name: null, formKey: '' };

/** Whatever does not fit is as if nobody could sign in. */
export function readMe(reply: unknown): Me {
  const me = (reply ?? {}) as Readonly<Record<string, unknown>>;
  const name = typeof me.name === 'string' && me.name !== '' ? me.name : null;
  const formKey = typeof me.formKey === 'string' ? me.formKey : '';
  return { signIn: me.signIn === true, signedIn: me.signedIn === true, name, formKey };
}
