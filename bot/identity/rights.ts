/** How sure it is who asks, from nothing to everything. */
export const rungs = ['anonymous', 'code-only', 'second-factor', 'signed-in'] as const;
export type Rung = (typeof rungs)[number];
