/** A long text in pieces that a voice takes at once, cut between sentences where it can be. */
export function sentencesOf(text: string, most = 400): readonly string[] {
  const pieces: string[] = [];
  for (const sentence of text.match(/[^.!?;:]+[.!?;:]*\s*/g) ?? []) {
    const last = pieces.at(-1);
    if (last !== undefined && (last + sentence).trim().length <= most) pieces[pieces.length - 1] = last + sentence;
    else pieces.push(...cut(sentence, most));
  }
  return pieces.map((piece) => piece.trim()).filter(Boolean);
}

function cut(sentence: string, most: number): readonly string[] {
  if (sentence.length <= most) return [sentence];
  const at = sentence.lastIndexOf(' ', most);
  const end = at > 0 ? at : most;
  return [sentence.slice(0, end), ...cut(sentence.slice(end), most)];
}
