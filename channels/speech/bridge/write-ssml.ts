/** Slow words for a voice that is told of its pace in the text alone. jambonz takes what begins with `<speak>` for SSML. */

/** `<speak><prosody rate="slow">…</prosody></speak>`, whatever stands in the text. */
export const writeSsml = (text: string): string =>
  `<speak><prosody rate="slow">${text.replace(/[&<>]/g, (sign) => entities[sign] ?? sign)}</prosody></speak>`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
