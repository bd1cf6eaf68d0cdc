/** Markup that would fetch or run where a page or an app took a text for more than text. */

const patterns: readonly (readonly [string, RegExp])[] = [
  [
    'tag',
    /<\/?(?:script|img|iframe|svg|style|link|object|embed|form|input|a|video|audio|base|meta|b|div|math)[\s/>]/iu,
  ],
  ['event', /\bon[a-z]{3,20}\s*=\s*["'`(\w]/iu],
  ['scheme', /(?:javascript|vbscript|data:text\/html):|file:\/\//iu],
  ['image', /!\[[^\]]*\]\s*[([]/u],
  ['link', /\[[^\]\n]{1,200}\]\s*\([^)\n]{1,500}\)/u],
  ['reference', /^\s*\[[^\]\n]{1,40}\]:\s*\S+/mu],
  ['template', /\{\{[^}]*\}\}|\$t\(|\$\{|<%/u],
  ['chat mark', /<\|[a-z_]+\|>|\[\/?INST\]/iu],
  ['formula', /^\s*=[A-Z]+\(/mu],
];

/** Names of what is found; [] where nothing could fetch or run. */
export const inertFaults = (text: string): string[] =>
  patterns.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
