/** The loudness of the moment. It changes many times a second, so it is read by the meter alone and draws nothing else. */
export const level = { value: 0 };
