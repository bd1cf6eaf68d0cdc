/** Limits of volume: the table, and what counts by it. */
export { callerOf, networkOf } from './addresses.ts';
export { allLimits, allPlaces, type Limit, type LimitName } from './all-limits.ts';
export { type CountCall, countCalls, TooManyError } from './count-calls.ts';
export { type Places, places } from './places.ts';
