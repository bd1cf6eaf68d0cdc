/** When a record has not been compared with its source for so long that it is said. */

export const staleAfterDays = 180;

/** @param checkedOn the day on which it was compared last. */
export const isStale = (checkedOn: string, at: Date): boolean =>
  at.getTime() - Date.parse(checkedOn) > staleAfterDays * 86_400_000;
