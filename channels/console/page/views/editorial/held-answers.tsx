/** Answers of the assistant that wait for an officer's approval. */
export function HeldAnswers() {
  return null;
}
