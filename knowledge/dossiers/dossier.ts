/** A citizen's filed case (hồ sơ) as a one-stop system tells it: the form of design.md, "A dossier, as imported". */

export const dossierStatuses = [
  'received',
  'in-process',
  'needs-papers',
  'needs-payment',
  'forwarded',
  'ready',
  'collected',
  'returned',
  'refused',
  'withdrawn',
] as const;

/** Where dossiers are read from. Knows nothing of who asks: rights are the store's matter. */
export interface DossierSource {
  readonly name: string;
  /** Pages of dossiers changed since the cursor (`null`: all), oldest change first; each page carries the cursor to go on from. */
  changesSince(
    cursor: string | null,
    signal: AbortSignal,
  ): AsyncIterable<{ readonly dossiers: readonly unknown[]; readonly cursor: string }>;
  /** One dossier now; `null` when the source has none of this code. @throws {SourceError} */
  find(code: string, signal: AbortSignal): Promise<unknown | null>;
}
