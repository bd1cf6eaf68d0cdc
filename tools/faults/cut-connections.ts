/** `connections-cut`: the line between program and PostgreSQL is reset, swallows everything, and is slow. */
import type { Drill } from './drill.ts';
import { type Trouble, troubled } from './trouble.ts';

/** Those that are over in seconds. */
export const resets: readonly Trouble[] = [
  {
    name: 'every connection reset',
    ms: 0,
    begin: async ({ line }) => {
      line.cut();
      return () => {};
    },
  },
  {
    name: 'reset and refused for 3 s',
    ms: 3_000,
    begin: async ({ line }) => {
      line.set('refuse');
      line.cut();
      return () => line.set('open');
    },
  },
];

const troubles: readonly Trouble[] = [
  ...resets,
  {
    name: 'all swallowed for 20 s',
    ms: 20_000,
    begin: async ({ line }) => {
      line.set('stall');
      return () => line.set('open');
    },
  },
  {
    name: 'each piece 150 ms late',
    ms: 0,
    begin: async ({ line }) => {
      line.slow(150);
      setTimeout(() => line.slow(0), 5_000);
      return () => {};
    },
  },
];

export const cutConnections: Drill = {
  name: 'connections-cut',
  run: (options) => troubled('connections-cut', troubles, options),
};
