/** Why a language model gave nothing that can be used. Whoever asked goes on without it. */

export const modelErrorCodes = [
  'model-off',
  'model-timeout',
  'model-busy',
  'model-budget',
  'model-garbage',
  'model-down',
] as const;
/**
 * `model-busy`: too many requests, it asked to wait. `model-budget`: the ceiling of the day or of the person.
 * `model-garbage`: an answer came that is not what was asked for. `model-down`: no answer, or an error of the server.
 */
export type ModelErrorCode = (typeof modelErrorCodes)[number];

/** Its message never holds what was asked or answered. */
export class ModelError extends Error {
  readonly code: ModelErrorCode;

  constructor(code: ModelErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
