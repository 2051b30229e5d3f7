// The words of a statement of silence, in English: what was watched, with its gaps, and what that does not show.

export const silenceEn = {
  heading: 'What is missing',
  title: 'Proof of silence',
  lead: 'A signed statement of when your mailbox was watched, and of what was found about this subscription in that time.',
  from: 'From',
  until: 'Until',
  show: 'Show',
  badPeriod: 'The period must begin before it ends, and in the past.',
  download: 'Signed statement (JSON)',
  none: {
    confirmation: (name: string, from: string, until: string) =>
      `Between ${from} and ${until}, no confirmation of the cancellation of ${name} was found in the folders watched.`,
    notice: (name: string, from: string, until: string) =>
      `Between ${from} and ${until}, no notice before the renewal of ${name} was found in the folders watched.`,
    any: (name: string, from: string, until: string) =>
      `Between ${from} and ${until}, no message about ${name} was found in the folders watched.`,
  },
  found: (count: number, name: string, from: string, until: string) =>
    count === 1
      ? `Between ${from} and ${until}, 1 message about ${name} was found in the folders watched.`
      : `Between ${from} and ${until}, ${count} messages about ${name} were found in the folders watched.`,
  others: (count: number) =>
    count === 1 ? 'One other message about it was found in that time.' : `${count} other messages about it were found in that time.`,
  unwatched: 'No folder was watched in that time: from the mailbox, the silence can not be shown.',
  columns: ['Folder', 'Watched', 'Gaps'],
  watched: (from: string, until: string) => `${from} to ${until}`,
  noGap: 'none',
  all: 'the whole time',
  history: 'What lay in the folder when it was first opened was read as well.',
  note: 'In a gap nobody looked; what arrived then and was still there at the next look was read. What was deleted before it could be read was not seen.',
  notWatched: (count: number) => (count === 1 ? '1 folder was not watched.' : `${count} folders were not watched.`),
  moreFolders: (count: number) =>
    count === 1
      ? 'One further folder stands in the statement and in the annex.'
      : `${count} further folders stand in the statement and in the annex.`,
  moreStatements: (count: number) =>
    count === 1 ? 'One further statement is in the annex.' : `${count} further statements are in the annex.`,
  limits:
    'This statement does not show what was sent to another address, by letter or in an account, and a program read what the messages say.',
  signed: 'Signed by the log of this key:',
};

export type SilenceTexts = typeof silenceEn;
