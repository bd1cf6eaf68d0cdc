/** Reads from source text which settings hold an address and which hosts are written in. */

/** One setting a match, up to the next one or the end of the schema. */
const setting = /^ {2}([A-Z][A-Z0-9_]+):([\s\S]*?)(?=\n {2}(?:[A-Z/.]|\/\*\*)|\n\})/gm;
const holdsAddress = /\.url\(|\baddress\b|hostsIn|originsIn|\b(?:vendor|listener|speaker)\b/;

/** Names of settings whose value says whom the program asks, or who may ask it. */
export const addressSettings = (source: string): readonly string[] =>
  [...source.matchAll(setting)].filter(([, , schema = '']) => holdsAddress.test(schema)).map(([, name = '']) => name);

const address = /https?:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi;
const isExample = (host: string): boolean =>
  /^\d+(?:\.\d+){3}$/.test(host) || /(?:^|\.)example(?:\.[a-z]+)?$/.test(host);

/** A quoted name of a host by itself, as in a list of those that may be asked: `'*.push.apple.com'`. */
const listed = /'((?:\*\.)?(?:[a-z0-9-]+\.)+(?:com|net|org|vn|me|io))'/g;

export const hostsIn = (source: string): readonly string[] =>
  [...source.matchAll(address), ...source.matchAll(listed)]
    .map(([, host = '']) => host.toLowerCase())
    .filter((host) => !isExample(host));
