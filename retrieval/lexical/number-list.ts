/** A growing list of unsigned integers in typed memory. */
export interface NumberList {
  push(value: number): void;
  readonly length: number;
  /** The values so far, a view that the next push may leave behind. */
  values(): Uint32Array;
  /** Forgets the values and gives their memory back. */
  clear(): void;
}

export function numberList(capacity = 1 << 16): NumberList {
  let memory = new Uint32Array(capacity);
  let length = 0;
  return {
    push(value) {
      if (length === memory.length) {
        const larger = new Uint32Array(memory.length * 2);
        larger.set(memory);
        memory = larger;
      }
      memory[length++] = value;
    },
    get length() {
      return length;
    },
    clear() {
      memory = new Uint32Array(16);
      length = 0;
    },
    values: () => memory.subarray(0, length),
  };
}
