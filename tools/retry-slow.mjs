/**
 * Tests that drive a browser or whole programs share two cores with each other. One that fails is tried once more; what
 * failed is printed before, and `npm test` names at its end each test that needed a second try. Quick tests have one try.
 */
import { expect, jest } from '@jest/globals';

if (expect.getState().testPath?.endsWith('.slow.test.ts')) jest.retryTimes(1, { logErrorsBeforeRetry: true });
