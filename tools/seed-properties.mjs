/**
 * Property tests begin from the same seed each time, so that a red run says what this change broke and comes again.
 * `PROPERTY_SEED=random npm run jest` looks further; what it finds is printed with its own seed and becomes an example.
 */
import fc from 'fast-check';

const { PROPERTY_SEED: wished } = process.env;
if (wished !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wished ?? 20_260_101) });
