/** Two digits behind the point: what a figure of a few hundred questions can bear, and no target is rounded over. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;
