// What must not change a reading, and what must: one mail of each kind and language, changed the way senders, mail clients and opponents
// change mails. Every case starts from a mail that is read right, so that no case is empty.
import type { MessageKind } from '@quittance/domain/event-kind';
import { parseMessage } from '@quittance/mail/parse-message';
import { describe, expect, it } from 'vitest';
import { classifyMessage } from './classify-message.ts';

interface Mail {
  readonly kind: MessageKind;
  readonly subject: string;
  readonly body: string;
}

const MAILS: Readonly<Record<string, Mail>> = {
  'en cancelled': {
    kind: 'cancellation_confirmed',
    subject: 'Your subscription has been cancelled',
    body: 'Hi Sarah,\n\nAs requested, your Lumora Premium subscription has been cancelled. You can use it until May 3, 2026. You will not be charged again.',
  },
  'en notice': {
    kind: 'renewal_notice',
    subject: 'Your subscription renews soon',
    body: 'Hi Sarah,\n\nYour Lumora Premium subscription will automatically renew on May 3, 2026 for $12.99. Cancel before May 3, 2026 to avoid being charged.',
  },
  'en failed': {
    kind: 'payment_failed',
    subject: 'Your payment failed',
    body: 'Hi Sarah,\n\nWe could not process your payment of $12.99 for your Lumora Premium subscription on May 3, 2026. Please update your payment method.',
  },
  'en charged': {
    kind: 'renewal_charged',
    subject: 'Your receipt from Lumora',
    body: 'Hi Sarah,\n\nThank you for your payment. Your Lumora Premium subscription has been renewed on May 3, 2026. Amount charged: $12.99.',
  },
  'fr résilié': {
    kind: 'cancellation_confirmed',
    subject: 'Confirmation de résiliation de votre abonnement',
    body: 'Bonjour Camille,\n\nVotre abonnement Lumora Premium a bien été résilié. Il reste actif jusqu’au 3 mai 2026. Vous ne serez plus prélevé.',
  },
  'fr échéance': {
    kind: 'renewal_notice',
    subject: 'Votre abonnement sera bientôt renouvelé',
    body: 'Bonjour Camille,\n\nVotre abonnement Lumora Premium sera renouvelé automatiquement le 3 mai 2026 au tarif de 12,99 €.',
  },
  'de gekündigt': {
    kind: 'cancellation_confirmed',
    subject: 'Bestätigung Ihrer Kündigung',
    body: 'Guten Tag,\n\nIhr Abonnement Lumora Premium wurde gekündigt. Es endet am 3. Mai 2026 und verlängert sich nicht.',
  },
  'es renovación': {
    kind: 'renewal_notice',
    subject: 'Tu suscripción se renovará pronto',
    body: 'Hola:\n\nTu suscripción Lumora Premium se renovará automáticamente el 3 de mayo de 2026 por 12,99 €.',
  },
};

interface Form {
  readonly html?: boolean;
  readonly from?: string;
  readonly encoding?: 'base64' | 'quoted-printable';
  readonly headers?: string;
}

async function read({ subject, body }: Omit<Mail, 'kind'>, form: Form = {}) {
  const type = `Content-Type: text/${form.html ? 'html' : 'plain'}; charset=utf-8\r\nContent-Transfer-Encoding: ${form.encoding ?? '8bit'}`;
  const head = `From: ${form.from ?? 'Lumora <no-reply@lumora.example>'}\r\nTo: camille@home.example\r\nDate: Thu, 2 Apr 2026 08:00:00 +0000\r\n${form.headers ?? ''}`;
  const encoded =
    form.encoding === 'base64'
      ? Buffer.from(body).toString('base64').replace(/.{76}/g, '$&\r\n')
      : form.encoding === 'quoted-printable'
        ? quotedPrintable(body)
        : body;
  const word = `=?utf-8?B?${Buffer.from(subject).toString('base64')}?=`;
  const message = await parseMessage(Buffer.from(`${head}Subject: ${word}\r\nMIME-Version: 1.0\r\n${type}\r\n\r\n${encoded}\r\n`));
  return classifyMessage(message);
}

function quotedPrintable(text: string): string {
  let encoded = '';
  let length = 0;
  for (const byte of Buffer.from(text)) {
    if (byte === 10) [encoded, length] = [`${encoded}\r\n`, 0];
    else {
      const piece =
        byte >= 32 && byte < 127 && byte !== 61 ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
      if (length + piece.length > 72) [encoded, length] = [`${encoded}=\r\n`, 0];
      encoded += piece;
      length += piece.length;
    }
  }
  return encoded;
}

const paragraphs = (text: string, tag = 'p'): string =>
  text
    .split('\n\n')
    .map((part) => `<${tag}>${part.replaceAll('&', '&amp;')}</${tag}>`)
    .join('');
const body = (change: (text: string) => string) => (mail: Mail) => read({ ...mail, body: change(mail.body) });
const both = (change: (text: string) => string) => (mail: Mail) => read({ subject: change(mail.subject), body: change(mail.body) });

/** By what is done to the mail: its kind stays. */
const SAME: Readonly<Record<string, (mail: Mail) => ReturnType<typeof read>>> = {
  'another merchant': (mail) =>
    read(
      { subject: mail.subject.replaceAll('Lumora', 'Zenquill'), body: mail.body.replaceAll('Lumora', 'Zenquill') },
      { from: 'Zenquill <hello@zenquill.example>' },
    ),
  'another amount': body((text) => text.replace('12.99', '349.00').replace('12,99', '349,00')),
  'another day': body((text) =>
    text.replaceAll('May 3, 2026', 'June 17, 2026').replaceAll('3 mai 2026', '17 juin 2026').replaceAll('3. Mai', '17. Juni'),
  ),
  'numeric dates': body((text) =>
    text.replaceAll('May 3, 2026', '2026-05-03').replaceAll('3 mai 2026', '03/05/2026').replaceAll('3. Mai 2026', '03.05.2026'),
  ),
  'subject in capitals': (mail) => read({ ...mail, subject: mail.subject.toUpperCase() }),
  'HTML paragraphs': (mail) => read({ ...mail, body: paragraphs(mail.body) }, { html: true }),
  'a table of tables': (mail) =>
    read(
      {
        ...mail,
        body: `<table><tr><td><table><tr><td style="padding:8px">${paragraphs(mail.body, 'div')}</td></tr></table></td></tr></table>`,
      },
      { html: true },
    ),
  'words in spans': (mail) => read({ ...mail, body: paragraphs(mail.body).replace(/(\w{6,})/g, '<span>$1</span>') }, { html: true }),
  'a tracking picture': (mail) =>
    read({ ...mail, body: `${paragraphs(mail.body)}<img src="https://t.example/o.gif" width="1" height="1" alt="">` }, { html: true }),
  base64: (mail) => read(mail, { encoding: 'base64' }),
  'quoted-printable': (mail) => read(mail, { encoding: 'quoted-printable' }),
  'wrapped lines': body((text) => text.replace(/(.{60,72}) /g, '$1\n')),
  'spaces that do not break': body((text) => text.replaceAll(' ', '\u00a0')),
  'zero-width spaces': body((text) => text.replace(/(\w{9})/g, '$1\u200b')),
  'soft hyphens': body((text) => text.replace(/(\w{6})(?=\w)/g, '$1\u00ad')),
  'decomposed accents': both((text) => text.normalize('NFD')),
  'curly quotes': both((text) => text.replaceAll("'", '’')),
  'blank lines': body((text) => text.replaceAll('\n', '\n\n\n')),
  'a legal footer': body(
    (text) => `${text}\n\n-- \nLumora Ltd, 1 Quay Street. Privacy policy. You can cancel anytime. Unsubscribe from our newsletter.`,
  ),
  'a long legal footer': body(
    (text) =>
      `${text}\n\n-- \n${'Terms and conditions apply to all services and may change from time to time without further notice. '.repeat(400)}`,
  ),
};

describe.each(Object.entries(MAILS))('%s', (_, mail) => {
  it('is read right', async () => {
    expect((await read(mail)).kind).toBe(mail.kind);
  });

  it.each(Object.entries(SAME))('stays what it is: %s', async (_, change) => {
    expect((await change(mail)).kind).toBe(mail.kind);
  });
});

const CONFIRMED = MAILS['en cancelled']!;
const NOTICE = MAILS['en notice']!;
const QUOTE = `${CONFIRMED.subject}\n${CONFIRMED.body}`;

/** What must never be an automatic cancellation, by why. */
const NEVER: Readonly<Record<string, () => ReturnType<typeof read>>> = {
  'a notice above a quoted confirmation': () =>
    read({
      ...NOTICE,
      body: `${NOTICE.body}\n\nOn Mon, 2 Mar 2026 at 10:00, Lumora <no-reply@lumora.example> wrote:\n${QUOTE.replace(/^/gm, '> ')}`,
    }),
  'a confirmation that a friend forwards': () =>
    read(
      {
        subject: `Fwd: ${CONFIRMED.subject}`,
        body: `Look!\n\n---------- Forwarded message ---------\nFrom: Lumora <no-reply@lumora.example>\nDate: Mon, 2 Mar 2026 at 10:00\nSubject: ${CONFIRMED.subject}\nTo: <friend@other.example>\n\n${CONFIRMED.body}`,
      },
      { from: 'Friend <friend@other.example>' },
    ),
  'a confirmation that cannot be seen': () =>
    read({ ...NOTICE, body: `<div style="display:none">${QUOTE}</div>${paragraphs(NOTICE.body)}` }, { html: true }),
  'a confirmation in a footer': () =>
    read({
      ...NOTICE,
      body: `${NOTICE.body}\n\n-- \nYour subscription has been cancelled is a phrase of our terms. Unsubscribe. All rights reserved.`,
    }),
  denied: () => read({ subject: 'About your subscription', body: 'Your Lumora Premium subscription has not been cancelled.' }),
  'on a condition': () =>
    read({
      subject: 'About your subscription',
      body: 'If your Lumora Premium subscription has been cancelled, you can use it until May 3, 2026.',
    }),
  'in the future, for want of payment': () =>
    read({
      subject: 'Payment failed',
      body: 'Your Lumora Premium subscription will be cancelled on May 3, 2026 unless you update your card.',
    }),
  'an order instead of a subscription': () =>
    read({ subject: 'Your order has been cancelled', body: CONFIRMED.body.replace('Lumora Premium subscription', 'order 4471') }),
  'a newsletter instead of a subscription': () =>
    read({
      subject: 'Newsletter',
      body: 'Your subscription to the Lumora newsletter has been cancelled. You will not receive further emails.',
    }),
  'of a customer': () =>
    read({
      subject: 'A subscription was cancelled',
      body: 'Your customer Kim Lee has cancelled their Lumora Premium subscription. They can use it until May 3, 2026.',
    }),
  'only asked for': () =>
    read({
      subject: 'We received your request',
      body: 'We received your request to cancel your Lumora Premium subscription. It will be processed within 5 days.',
    }),
  'a question': () => read({ subject: 'Quick question', body: 'Was your Lumora Premium subscription cancelled by mistake?' }),
  'under a failed signature': () =>
    read(CONFIRMED, { headers: 'Authentication-Results: mx.home.example; dmarc=fail header.from=lumora.example\r\n' }),
  'from a lookalike': () =>
    read({ ...CONFIRMED, body: CONFIRMED.body.replaceAll('Lumora', 'Netflix') }, { from: 'Netflix <no-reply@netf1ix-billing.example>' }),
  'in plain text, while the HTML says otherwise': async () => {
    const part = (type: string, text: string): string => `--b\r\nContent-Type: text/${type}; charset=utf-8\r\n\r\n${text}\r\n`;
    const raw = `From: Lumora <no-reply@lumora.example>\r\nTo: camille@home.example\r\nSubject: ${CONFIRMED.subject}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n${part('plain', 'Your next box is on its way to you and will arrive within the week. Thank you for being with us.')}${part('html', paragraphs(CONFIRMED.body))}--b--\r\n`;
    return classifyMessage(await parseMessage(Buffer.from(raw)));
  },
};

it('reads the confirmation itself as certain', async () => {
  expect(await read(CONFIRMED)).toMatchObject({ kind: 'cancellation_confirmed', decided: 'auto' });
});

it.each(Object.entries(NEVER))('is no certain cancellation: %s', async (_, change) => {
  const { kind, decided } = await change();
  expect(kind === 'cancellation_confirmed' && decided === 'auto').toBe(false);
});
