// The words of the pages, in English: the source of the catalogue. Each is text, or a function of what it names; plurals, money and dates are
// made with Intl in format.ts by whoever calls. French must have the same keys (pages.fr.ts).

export const pagesEn = {
  layout: {
    skip: 'Skip to the content',
    navigation: 'Main',
    overview: 'Overview',
    archive: 'Archive',
    alerts: 'Alerts',
    alertsUnseen: (count: number) => (count === 1 ? '1 new alert' : `${count} new alerts`),
    mailboxes: 'Mailboxes',
    settings: 'Settings',
    signOut: 'Sign out',
    language: 'Language',
    notLegalAdvice: 'Information, not legal advice.',
    verify: 'Verify a dossier',
    away: 'Quittance does not answer. What this page shows may have changed since; it catches up by itself.',
  },
  signIn: {
    title: 'Sign in',
    lead: 'Quittance watches your mailbox, keeps the proof, and warns you in time.',
    address: 'Address',
    password: 'Password',
    submit: 'Sign in',
    withLink: 'First time here, or no password yet? Open the sign-in link that stands in the terminal or the log of Quittance.',
    lost: 'Your session has ended: what you just sent was not kept.',
    newLink: 'A new link is printed by this command:',
  },
  problem: {
    title: 'That did not work',
    home: 'To the overview',
    back: 'Back to the form',
    signIn: 'To the sign-in page',
    wrong: (names: string) => `Not understood in the address: ${names}.`,
    requestId: (id: string) => `For whoever looks into it: request ${id}`,
  },
  apiDocs: {
    title: 'The API',
    lead: 'Everything that the pages show can be read and changed by programs. Create a token in the settings and send it along:',
    document: 'The same as an OpenAPI document',
    parameters: 'Parameters',
    body: 'Body',
    answers: 'Answers',
    errors: 'Errors',
    errorsLead: 'Errors are problem+json (RFC 9457) with these codes:',
    required: 'required',
  },
};

export type PageTexts = typeof pagesEn;
