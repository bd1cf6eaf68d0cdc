/** No bank account may stand in a local file: payment is by the portal or at the counter, and nowhere else. */

const accountKey = /account|iban|bank|stk|tai[-_ ]?khoan|ngan[-_ ]?hang/i;
const accountWords =
  /số tài khoản|so tai khoan|\bstk\b|tài khoản ngân hàng|chuyển khoản (?:vào|tới|đến|cho|qua)|(?:vietcom|vietin|agri|techcom|mb|tp|vp|sea|hd|sacom)bank|\bbidv\b/iu;
/** Digits of one number, with the signs that people put between them. */
const digitRuns = /\d(?:[ .-]?\d){8,}/g;
const longestAccount = 19;
/** A mobile or a landline with its 0 or +84, a short number of service: 1800, 1900. */
const phone = /^(?:(?:0|84)(?:[35789]\d{8}|2\d{8,9})|1[89]00\d{4,6})$/;

/** Paths of what is or may be a bank account, with what to do instead; [] for none. `value` is any piece of a file. */
export function accountsIn(value: unknown, path: readonly (string | number)[] = []): AccountFinding[] {
  if (typeof value === 'number') return value >= 100_000_000 ? [finding(path, 'number')] : [];
  if (typeof value === 'string') return inText(value, path);
  if (Array.isArray(value)) return value.flatMap((one, index) => accountsIn(one, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    accountKey.test(key) ? [finding([...path, key], 'field')] : accountsIn(one, [...path, key]),
  );
}

export interface AccountFinding {
  readonly path: (string | number)[];
  readonly message: string;
}

/** A page of the State's, or of a Zalo official account, may have a long number in its address; no other may. */
const officialPage = /https:\/\/(?:zalo\.me\/\d+|(?:[a-z0-9-]+\.)*gov\.vn(?:\/\S*)?)/g;

function inText(written: string, path: readonly (string | number)[]): AccountFinding[] {
  const text = written.replace(officialPage, '');
  if (accountWords.test(text)) return [finding(path, 'words')];
  const runs = (text.match(digitRuns) ?? []).map((run) => run.replace(/\D/g, ''));
  const unknown = runs.some((run) => run.length <= longestAccount && !phone.test(run));
  return unknown ? [finding(path, 'number')] : [];
}

const because = {
  field: 'this field is for a bank account',
  words: 'this speaks of a bank account',
  number: 'this looks like a bank account (a phone number begins with 0, 1800 or 1900)',
} as const;

/** The number itself is not repeated: messages are logged. */
const finding = (path: readonly (string | number)[], kind: keyof typeof because): AccountFinding => ({
  path: [...path],
  message: `${because[kind]}; none is ever shown. Remove it: people pay by the portal or at the counter with a receipt`,
});
