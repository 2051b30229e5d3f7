// The words of the dossier, in English; dossier.fr.ts has the same keys. The reader is a bank, a mediator or a merchant who has never heard of
// the product: every claim says what it rests on, and "tamper-evident" is the strongest word used.
import { levelReasonsEn } from './level-reasons.en.ts';

export const dossierEn = {
  readme: (verifierKey: string, isStamped: boolean) => `DOSSIER OF A SUBSCRIPTION

Status: ${isStamped ? 'time-stamped, as verify.sh says for each message' : 'chained, not time-stamped'}.

What is in it
  report.pdf         for people: the claim, the timeline, the messages, the limits
  messages/NN/       the messages, exactly as they were received (message.eml), with
                       manifest.json         what was recorded about the message
                       salt.bin              with it the manifest gives the log entry
                       archive.tlog-proof    the proof that the entry is in the log
                       dns.json              the senders' keys, as DNS gave them at arrival
                       dkim-K-...            the senders' signatures, for openssl
  checkpoint.note    the signed head of the log
  anchors/           where there are any: heads of the log that independent authorities stamped
  keys/              the public key of the log
  SHA256SUMS         the list of these files, signed in SHA256SUMS.note
  verify.sh          checks all of it without Quittance

How to check it
  bash verify.sh     needs bash, GNU coreutils, OpenSSL 3 and xxd; read it first, it is short
  or, with Quittance:  quittance verify FILE.asice, or its page /verify in a browser

What it shows
  These bytes were recorded in an append-only log and are unchanged since: the log is
  tamper-evident. Where a sender's signature holds, the message comes from the domain
  that signed it.

What it does not show
  That what a message says is true, nor that whoever runs the log entered no message of
  their own making: against that, only senders' signatures speak. Where no independent authority has stamped the time,
  the time of recording is the word of whoever runs the log; where one has, trust its root
  certificate only after comparing it with the authority’s own.

The key of the log. Compare it with one that you got another way (an older dossier, an
alert, the owner of the mailbox):
  ${verifierKey}
`,
  links: {
    title: 'Dossier',
    lead: 'For a bank, a mediator or the merchant: the report with its claim, timeline and original messages, and the proofs that anyone can check.',
    pdf: 'Report (PDF)',
    bundle: 'Report with all proofs (ZIP)',
  },
  report: {
    title: (name: string) => `Dossier: ${name}`,
    subject: 'Subscription: what was agreed, cancelled and charged, with its evidence',
    prepared: (on: string, whose: string | null) => `Prepared on ${on}${whose ? ` from the mailbox of ${whose}` : ''}`,
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    annexPage: (page: number, pages: number) => `Annex, page ${page} of ${pages}`,
    utc: (instant: string) => `${instant} UTC`,
    claim: {
      heading: 'What this dossier shows',
      confirmed: (at: string, who: string, name: string, endsOn: string | null) =>
        `On ${at}, ${who} confirmed in writing that the subscription ${name} is cancelled` + (endsOn ? ` and ends on ${endsOn}.` : '.'),
      confirmedUnverified: (at: string, who: string, name: string, endsOn: string | null) =>
        `A message of ${at} that names ${who} as its sender says that the subscription ${name} is cancelled` +
        (endsOn ? ` and ends on ${endsOn}.` : '.'),
      reactivated: (on: string) => `According to a later message, it was reactivated on ${on}.`,
      requested: (at: string, name: string, until: string) =>
        `On ${at}, a request to cancel the subscription ${name} was acknowledged. Among the messages read up to ${until}, no confirmation of the cancellation was found.`,
      requestedByMail: (at: string, name: string, until: string) =>
        `On ${at}, the owner of the mailbox asked by e-mail for the cancellation of the subscription ${name}, as the copy among the messages that they sent shows. Among the messages read up to ${until}, no confirmation of the cancellation was found.`,
      requestedByWord: (on: string, name: string, until: string) =>
        `The owner of the mailbox states that they cancelled the subscription ${name} on ${on}. Among the messages read up to ${until}, no confirmation of the cancellation was found.`,
      none: (name: string, until: string) =>
        `Among the messages read up to ${until}, no confirmed cancellation of the subscription ${name} was found.`,
      ended: (name: string, on: string | null) =>
        `The subscription ${name} ended${on ? ` on ${on}` : ''} according to the mail; no confirmation of a cancellation was found.`,
      probable: 'A message may be a confirmation but was not read with certainty, and is not relied upon here.',
      accordingTo: { mail: 'a message', bank: 'the bank statement', person: 'the owner of the mailbox' },
      charged: (source: string, amount: string, on: string, endedOn: string | null, refundedOn: string | null) =>
        `According to ${source}, ${amount} was charged on ${on}` +
        (endedOn ? `; the subscription was to end on ${endedOn}` : ', after the end') +
        (refundedOn ? `. Refunded on ${refundedOn}.` : '.'),
      moreCharged: (count: number) => (count === 1 ? 'One earlier charge is listed below.' : `${count} earlier charges are listed below.`),
      limits:
        'Shown are messages as they were recorded. Not proven: that what a message says is true, and that no other message exists. All limits stand under “What was checked, and what was not”.',
      aPayment: 'A payment',
      authenticity: (level: string, words: string) => `Authenticity of the confirmation: level ${level}. ${words}`,
      datedBySender:
        'When it was received, no server noted: the date given is the one that the sender wrote in it, and nothing else bears it out.',
    },
    levels: {
      A: 'Signed by the domain that it names as its sender, which is known as the merchant’s or signed its mail before; unchanged, key archived.',
      B: 'Signed by the domain that it names as its sender, and unchanged; with the reservation that the report names.',
      C: 'Genuine on the word of another, named below; no signature could be verified independently.',
      D: 'Not verifiable, for the reason that the report names.',
      R: 'It may be forged.',
    },
    reasons: levelReasonsEn,
    levelsNote:
      'A signed by a domain known for this merchant · B signed, with a reservation · C on the word of another, such as the mail provider · D not verifiable.',
    meter: {
      heading: 'What the confirmation states',
      present: 'stated',
      missing: 'not stated',
    },
    law: (citation: string, missing: string) => `${citation} asks a confirmation to state more than this one does: ${missing}.`,
    charges: {
      heading: 'Charged after the end',
      columns: ['Date', 'Amount', 'Refunded', 'File'],
      open: 'no',
      more: (count: number) => `${count} earlier charges are in the timeline.`,
      deadlinesHeading: 'Deadlines and reason codes',
      deadlines: 'Deadlines for getting it back, counted from the first charge that is not refunded; the bank’s own rules decide.',
      rails: {
        authorised: 'Direct debit, without giving a reason',
        unauthorised: 'Direct debit or card, payment not authorised',
        card: 'Card, recurring payment after a cancellation: Visa 13.2, Mastercard 4853, American Express C28, Discover AP',
      },
      railColumns: ['Way of payment', 'Until', 'Rule'],
      cardRule: 'card schemes: 120 days',
    },
    certificate: {
      heading: 'Declaration of the owner of the mailbox (to complete where it is asked for)',
      text: (owner: string | null) =>
        `I, ${owner ?? '______________________________'}, declare that the messages in this dossier were received in my mailbox, that they were recorded by a program that stores each message as it was received and enters its fingerprint in a log, and that to my knowledge none of them was changed.`,
      sign: ['Place and date', 'Signature'],
    },
    timeline: {
      heading: 'Timeline',
      columns: ['Date', 'What happened', 'Level', 'Words of the message', 'File'],
      note: 'Dates are in UTC. Words in quotation marks are those of the message.',
      person: 'Entered by the person',
      cancelBy: (on: string) => `(last day to cancel: ${on})`,
      uncertain: 'not read with certainty',
      corrected: 'as corrected by the person',
      more: (count: number) => `${count} further entries are in the annex, in report.pdf of the ZIP.`,
    },
    messages: {
      heading: 'The messages',
      lead: 'As text, without pictures and links; the exact messages are in the files named. � stands for a character that the typeface lacks.',
      from: 'From',
      to: 'To',
      date: 'Date',
      received: 'received on',
      inMailbox: 'in the mailbox on',
      clocksApart: 'The sender’s date and the receipt lie more than a day apart.',
      subject: 'Subject',
      recorded: 'recorded on',
      shortened: 'Shortened here; the whole message is in the file.',
      attached: 'This message is attached to this PDF as confirmation.eml.',
      notAttached: (sha256: string) => `This message is too large to be attached here; it is in the ZIP, SHA-256 ${sha256}.`,
      empty: '(no text)',
      more: (count: number) => `${count} further messages are listed in the annex, in report.pdf of the ZIP.`,
      none: 'No message is kept.',
    },
    checks: {
      heading: 'What was checked, and what was not',
      checked: 'Checked',
      checkedList: [
        'Each message was stored exactly as the mail server or the file gave it, before anything was read from it.',
        'Where a message carries its sender’s signature (DKIM), it was checked when the message was recorded, with the key that DNS gave then, or with one from an archive where the message says so here; answer and time are archived.',
        'Headers were checked for doubled or unsigned fields, and the sender for names that imitate a known one.',
        'Each message is an entry of a tamper-evident log: changing or removing it afterwards breaks the proofs in the ZIP.',
      ],
      notChecked: 'Not checked, and not proven',
      notCheckedList: [
        'That what a message says is true.',
        'That no other message exists: the merchant may have written to another address, by letter or in an account, and mail may have been deleted before it was read.',
        'That whoever runs the log entered no message of their own making: against that, only the senders’ signatures speak (levels A and B).',
        'That the log was never begun anew before a head of it reached somebody else: an alert, an older dossier or a time stamp shows that.',
        'Whether the service was used after the cancellation.',
        'Messages of level D could have been written by anyone. For them, only their content and what they agree with speak.',
        'Kinds, dates and amounts were read by a program. The quoted words let anyone judge for themselves.',
      ],
      time: 'Chained, not time-stamped: the order of the entries is proven; their dates are those of the mail and of the computer that recorded them. No independent authority has confirmed them.',
      timeStamped:
        'Whether you trust the authorities that stamped the time: their tokens and root certificates are in the ZIP; compare the certificates with those that the authorities publish.',
      timePartly:
        'The newest messages are chained, not yet time-stamped: an independent authority has confirmed the time of the others only. Its token and root certificate are in the ZIP; compare the certificate with that of the authority.',
      suspicious: (count: number) =>
        count === 1 ? 'One message that may be forged was left out.' : `${count} messages that may be forged were left out.`,
      erased: (count: number) =>
        count === 1
          ? 'One message was erased at its owner’s wish and is not contained.'
          : `${count} messages were erased at their owner’s wish and are not contained.`,
      notAdvice: 'Information, not legal advice.',
    },
    hashes: {
      heading: 'Fingerprints and place in the log',
      columns: ['File', 'SHA-256 of the message', 'Entry'],
      log: 'Log',
      size: 'Entries',
      root: 'Root',
      sealedAt: 'Signed',
      key: 'Public key',
      time: 'Time stamp',
      noTime: 'none: chained, not time-stamped',
      stamp: (at: string, covers: number, signer: string) => `${at}, the first ${covers} entries, ${signer}`,
    },
    verify: {
      heading: 'How to verify it in five commands',
      lead: 'With the ZIP that belongs to this report (here dossier.asice); unzip, bash, coreutils, OpenSSL 3 and xxd are enough.',
      steps: [
        'Unpack it.',
        'Read the script that checks: it is short.',
        'Run it. It names the first file that was changed, or says ALL HOLDS.',
        'Compare this fingerprint with the one printed above.',
        'Compare this key with one that you got another way, such as an alert or an older dossier.',
      ],
    },
    annex: {
      heading: 'Annex',
      timeline: 'The whole timeline',
      messages: 'All messages',
    },
  },
};

export type DossierTexts = typeof dossierEn;
