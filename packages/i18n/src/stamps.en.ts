// What the pages say of trusted time, in English: the source of the catalogue.

export const stampsEn = {
  title: 'Time stamps',
  lead: 'Your log is signed with your own key, so it shows that nothing was changed, and only you say when. A time stamp of an independent authority shows it to others: what is in your archive existed no later than that moment.',
  goesOut:
    'Once a day, and before a dossier is made, one hash of all logs here goes to the authorities that you tick. It says nothing about you, your mail or your subscriptions. Nothing goes out before you agree.',
  qualified: 'qualified (eIDAS): presumed right in all of the EU',
  agree: 'Ask these',
  save: 'Save the choice',
  withdraw: 'Ask nobody any more',
  none: 'No authority is set up. The operator names some in TSA_URLS.',
  off: 'Off: your log is chained, not time-stamped.',
  since: (date: string) => `On since ${date}.`,
  anchored: (at: string) => `Last anchored: ${at}`,
  notAnchored: 'Nothing is anchored yet.',
  last: (at: string, count: number) => `last stamp ${at} (${count} so far)`,
  never: 'no stamp yet',
  failed: (text: string, at: string) => `Did not answer as it should (${at}): ${text}`,
  retry: 'It is asked again by itself; nothing waits for it.',
  message: {
    checkpoint: 'Signed head that covers it',
    checkpointOf: (size: number, at: string) => `of ${size} entries, ${at}`,
    notSealed: 'being signed',
    time: 'Time confirmed by others',
    chained: 'chained, not time-stamped',
    anchored: 'anchored, not time-stamped yet',
    stamped: (at: string, signer: string) => `no later than ${at}, by ${signer}`,
  },
};

export type StampTexts = typeof stampsEn;
