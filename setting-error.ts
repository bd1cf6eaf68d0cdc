/** A setting is wrong: the program must not start with it. */
export class SettingError extends Error {
  readonly code = 'setting';
}
