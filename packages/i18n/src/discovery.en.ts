// What the page and the command line say while they find the settings of a mailbox, in English; discovery.fr.ts has the same keys. What a
// provider wants first is said by its entry in the provider table.

export const discoveryEn = {
  start: {
    lead: 'Your address is enough to begin: Quittance finds the server. The password comes after that.',
    submit: 'Continue',
    manual: 'Enter the server myself',
    badAddress: 'This is no complete mail address.',
  },
  manualLead: 'Your provider’s help pages name the server, mostly under “IMAP” or “incoming mail”.',
  notFound: (domain: string) => `No mail server was found for ${domain}. Check how the address is written, or enter the server here.`,
  otherAddress: 'Another address',
  server: (host: string, port: string | number) => `Server: ${host}:${port}`,
  /** Who said so. `by` is the name that was asked or that answered. */
  sources: {
    provider: 'known to Quittance',
    list: 'from the bundled list of providers',
    mx: (by: string) => `from the provider that takes this domain’s mail (${by})`,
    autoconfig: (by: string) => `named by ${by}`,
    srv: (by: string) => `named by ${by} in the DNS`,
    probe: 'guessed: a mail server answers under this usual name',
  },
  confirm: (host: string) =>
    `Is ${host} the server of your provider? It was not named by a source that Quittance can vouch for, and your password goes there. When in doubt, ask your provider.`,
  links: {
    make_app_password: (provider: string) => `Make the password at ${provider}`,
    switch_imap_on: (provider: string) => `How to switch on IMAP at ${provider}`,
    read_more: (provider: string) => `What ${provider} says about it`,
  },
  signIn: {
    short: 'Sign in at the provider',
    title: (provider: 'google' | 'microsoft') => `Sign in with ${provider === 'google' ? 'Google' : 'Microsoft'}`,
    lead: (provider: 'google' | 'microsoft') =>
      `You sign in on ${provider === 'google' ? 'Google' : 'Microsoft'}’s own page; Quittance never sees your password. It asks for the permission to read mail over IMAP, which you can take back there at any time.`,
    byCode: 'Sign in on another device with a code',
    typeCode: 'Open the provider’s page on this or any other device, and type this code:',
    openPage: (provider: 'google' | 'microsoft') => `Open ${provider === 'google' ? 'Google' : 'Microsoft'}’s page`,
    waiting: 'Waiting until you have signed in there. This page goes on by itself.',
    stop: 'Stop',
    again: 'Begin again',
  },
  before: 'Before you go on',
  appPassword: 'App password',
  appPasswordHint: 'A password for Quittance alone. You can take it back at your provider at any time, and your own stays unchanged.',
  passwordHint: 'It is kept encrypted and used for reading only.',
  advanced: 'Server and user name',
  noWay: (provider: string) => `${provider} can’t be connected with a password`,
  instead: 'What works now:',
  importFiles: 'Import mail files',
  otherMailbox: 'Connect another mailbox',
  anyway: 'Enter a server all the same',
  terminal: {
    badAddress: (text: string) => `"${text}" is not a mail address: write it whole, like anna@example.org.`,
    badTls: (text: string, modes: string) => `"${text}" is no encryption that is known: use --tls with one of ${modes}.`,
    badPort: (text: string) => `"${text}" is not a port: 993 is usual with TLS, 143 with STARTTLS.`,
    notFound: (domain: string) => `no mail server was found for ${domain}: check the address, or name the server with --host.`,
    unconfirmed: (host: string, source: string) =>
      `${host} is not vouched for (${source}), so no password was sent. If it is your provider's server, run this again with --host ${host}.`,
  },
};

export type DiscoveryTexts = typeof discoveryEn;
