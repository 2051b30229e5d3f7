// The words of the dossier, in English; dossier.fr.ts has the same keys. The reader is a bank, a mediator or a merchant who has never heard of
// the product: every claim says what it rests on, and "tamper-evident" is the strongest word used.

export const dossierEn = {
  readme: (verifierKey: string) => `DOSSIER OF A SUBSCRIPTION

Status: chained, not time-stamped.

What is in it
  report.pdf         for people: the claim, the timeline, the messages, the limits
  messages/NN/       the messages, exactly as they were received (message.eml), with
                       manifest.json         what was recorded about the message
                       salt.bin              with it the manifest gives the log entry
                       archive.tlog-proof    the proof that the entry is in the log
                       dns.json              the senders' keys, as DNS gave them at arrival
                       dkim-K-...            the senders' signatures, for openssl
  checkpoint.note    the signed head of the log
  keys/              the public key of the log
  SHA256SUMS         the list of these files, signed in SHA256SUMS.note
  verify.sh          checks all of it without Quittance

How to check it
  bash verify.sh     needs bash, GNU coreutils, OpenSSL 3 and xxd; read it first, it is short
  or, with Quittance:  quittance verify FILE.asice

What it shows
  These bytes were recorded in an append-only log and are unchanged since: the log is
  tamper-evident. Where a sender's signature holds, the message comes from the domain
  that signed it.

What it does not show
  That what a message says is true. And as long as no independent authority has stamped
  the time, the time of recording is the word of whoever runs the log.

The key of the log. Compare it with one that you got another way (an older dossier, an
alert, the owner of the mailbox):
  ${verifierKey}
`,
  verify: {
    message: (file: string, index: number, size: number, level: string, signedBy: readonly string[]) =>
      `${file}: leaf ${index} of ${size}, level ${level}, ` +
      (signedBy.length === 0 ? 'no signature that can be checked' : `signed by ${signedBy.join(', ')}`),
    holds: (files: number) => `All holds: ${files} files are as they were sealed.`,
    notStamped: 'Chained, not time-stamped: no independent authority has confirmed the time.',
    compareKey: 'Signed by the log of this key; compare it with one that you got another way:',
    expectedKey: 'Signed by the key that you gave:',
    fails: (file: string, problem: string) => `Does NOT hold. ${file}: ${problem}.`,
  },
  links: {
    title: 'Dossier',
    lead: 'For a bank, a mediator or the merchant: the report with its claim, timeline and original messages, and the proofs that anyone can check.',
    pdf: 'Report (PDF)',
    bundle: 'Report with all proofs (ZIP)',
  },
};

export type DossierTexts = typeof dossierEn;
