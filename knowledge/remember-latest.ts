/**
 * The same function of a text, with its latest answers at hand: the steps of a turn ask the same again and again, between those
 * of other turns. For functions whose answer nobody changes.
 *
 * @param most answers that are kept; the oldest one goes first.
 */
export function rememberLatest<T>(read: (text: string) => T, most: number): (text: string) => T {
  const latest = new Map<string, { readonly answer: T }>();
  return (text) => {
    const known = latest.get(text);
    if (known) return known.answer;
    const answer = read(text);
    if (latest.size >= most) latest.delete(latest.keys().next().value ?? '');
    latest.set(text, { answer });
    return answer;
  };
}
