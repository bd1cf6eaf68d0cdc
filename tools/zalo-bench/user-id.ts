/** Invented citizens of the measurement. */
export const userId = (number: number): string => `2468458835291${String(number).padStart(5, '0')}`;
