/** The words of the console, and how it puts values into them. Officers work in Vietnamese: there is one language. */
import vi from './vi.json' with { type: 'json' };

export const texts = vi;

/** Puts values into a text: `Chờ {minutes} phút`. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
