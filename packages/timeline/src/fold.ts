// The fold as the store takes it: what it gives is kept beside the events, and made anew where a release folds otherwise.
import { withDoubles } from './find-doubles.ts';
import { foldMerchant } from './fold-merchant.ts';

/** Raise it with every change of what the fold gives; fold.test.ts notices. */
const VERSION = 18;

export const fold = { version: VERSION, merchant: foldMerchant, doubles: withDoubles };
