// The senses that have words in every language of packages/classify: the nine with rules (senses/) and those without (nordic.ts,
// slavic.ts, cyrillic.ts, eastern.ts, southern.ts, asian.ts). Half of the table of senses is enough to tell kinds of mail apart.
export const CORE_SENSES = (
  'cancel end expire stop suspend pause resume switch last until sorry thanks start soon subscription contract membership plan trial account service order ' +
  'access newsletter password donation card charge invoice pay refund fee renew automatic fail free request receive confirm done pending period day not if ' +
  'before now click keep'
).split(' ');

/** A sense a line, by its name: beginnings of words apart by spaces, with a dot at its end a whole word; of Chinese any piece of the text. */
export type SenseLines = string;
