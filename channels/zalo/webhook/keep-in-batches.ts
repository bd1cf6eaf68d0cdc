/** Keeps deliveries that come while others are being kept together: many a second cost few commits. */

export interface Batching<Item> {
  /** Keeps all or none of them. */
  readonly keep: (items: readonly Item[]) => Promise<readonly boolean[]>;
  /** Items kept at once. */
  readonly most?: number;
  /** Awaited before each batch, for more to come: until the next turn of the event loop where nothing is given. */
  readonly gather?: () => Promise<void>;
}

interface Waiting<Item> {
  readonly item: Item;
  readonly resolve: (isNew: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/** Resolves when the item is kept: `true` when it was not known before. One that cannot be kept fails alone. */
export function keepInBatches<Item>({
  keep,
  most = 100,
  gather = nextTurn,
}: Batching<Item>): (item: Item) => Promise<boolean> {
  let waiting: Waiting<Item>[] = [];
  let underWay = false;
  const flush = async (): Promise<void> => {
    underWay = true;
    while (waiting.length > 0) {
      await gather();
      const batch = waiting.slice(0, most);
      waiting = waiting.slice(most);
      await keepBatch(keep, batch);
    }
    underWay = false;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!underWay) void flush();
    });
}

/** What came in the same turn of the event loop goes with the first. */
const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** Never rejects: each item hears of its own fate. */
async function keepBatch<Item>(keep: Batching<Item>['keep'], batch: readonly Waiting<Item>[]): Promise<void> {
  try {
    const kept = await keep(batch.map(({ item }) => item));
    for (const [index, { resolve }] of batch.entries()) resolve(kept[index] ?? false);
  } catch (error) {
    const [only, ...others] = batch;
    if (others.length === 0) only?.reject(error);
    else if (isOfOneItem(error)) for (const one of batch) await keepBatch(keep, [one]);
    else for (const { reject } of batch) reject(error);
  }
}

/** Something in an item cannot be stored: no fault of those beside it. PostgreSQL's class 22 is bad data. */
const isOfOneItem = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^(bad-|22)/.test(error.code);
