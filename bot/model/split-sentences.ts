/** Cuts what a model writes into sentences as it comes, so that none is looked at before it has ended. */

/** A sentence ends before white space, or with its line; not behind a number or one letter ("TP. Huế", "mục 2. …"). */
const end = /(?<=[^\s\d.!?](?:\}\})?|\}\})[.!?…]+(?=\s)|\n+/u;

export interface SentenceSplitter {
  /** Sentences that have ended with this part. */
  push(part: string): string[];
  /** The rest, when nothing more comes: the last sentence, or none. */
  flush(): string[];
}

export function splitSentences(): SentenceSplitter {
  let open = '';
  const take = (): string[] => {
    const found: string[] = [];
    for (let match = end.exec(open); match; match = end.exec(open)) {
      const cut = match.index + match[0].length;
      found.push(open.slice(0, cut));
      open = open.slice(cut);
    }
    return cleaned(found);
  };
  return {
    push(part) {
      open += part;
      return take();
    },
    flush() {
      const last = cleaned([open]);
      open = '';
      return last;
    },
  };
}

/** All sentences of a whole text. */
export function sentencesIn(text: string): string[] {
  const splitter = splitSentences();
  return [...splitter.push(text), ...splitter.flush()];
}

const cleaned = (sentences: readonly string[]) => sentences.map((one) => one.trim()).filter((one) => one !== '');
