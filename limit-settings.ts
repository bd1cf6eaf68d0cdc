/** The settings of how much may be asked for in a minute. What each limit is: docs/limits.md. */
import { z } from 'zod';

const many = z.coerce.number().int().positive().max(1_000_000);

/** To be spread into the schema of the settings. */
export const limitSettings = {
  /** From one address: tokens and messages a minute, sockets at a time. Many phones share one address at an operator's. */
  TOKENS_PER_MINUTE: many.default(30),
  MESSAGES_PER_MINUTE: many.default(300),
  SOCKETS_PER_ADDRESS: many.default(20),
  /** Sockets of everybody together. */
  SOCKETS_IN_ALL: many.default(12_000),
  /** From one address: readings of a talk by GET a minute, by clients that open no socket. */
  READS_PER_MINUTE: many.default(1200),
  /** From one address: pages of the plain form, of own data, of figures a minute. */
  PAGES_PER_MINUTE: many.default(600),
  /** Messages of one person on Zalo a minute; what is more is kept and not answered, and said so once. */
  ZALO_MESSAGES_PER_MINUTE: many.default(20),
  /** Calls that one number, and that all numbers, may begin on one line of the hotline in a minute. */
  CALLS_PER_NUMBER: many.default(10),
  CALLS_PER_LINE: many.default(300),
};
