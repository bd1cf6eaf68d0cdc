/** The code of an error of Node (`ENOENT`, `ERR_PARSE_ARGS_UNKNOWN_OPTION`); '' for all else. */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
