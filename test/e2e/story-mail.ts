// The mail of the story: one person's mailbox, made of the letters of the sample that are written in their language, and the messages that
// arrive while we watch. Two of them are built to be told apart: one full of what must never be loaded, one that is nobody's subscription.
import { addDays, civilDateOf, type CivilDate } from '@quittance/domain/civil-date';
import type { Language } from '@quittance/i18n/language';
import type { Letter } from '@quittance/sample/letter';
import { renderLetter } from '@quittance/sample/render-letter';
import { sampleLetters } from '@quittance/sample/sample-mailbox';

export interface Mail {
  readonly raw: Buffer;
  readonly receivedAt: Date;
}

export interface StoryMail {
  readonly person: { readonly name: string; readonly address: string; readonly login: string };
  /** What is in the mailbox when it is connected, oldest first. */
  readonly history: readonly Mail[];
  /** A merchant of the history whose cancellation is confirmed. */
  readonly cancelled: string;
  /** A merchant of the history with several charges, the last of them a short time ago. */
  readonly charged: string;
  readonly renewal: {
    readonly raw: Buffer;
    readonly merchant: string;
    readonly renewsOn: CivilDate;
    readonly dateAsWritten: string;
    readonly quote: string;
  };
  /** Reads like a confirmation, but speaks of an unpaid bill in the same breath: the person is asked. */
  readonly doubtful: { readonly raw: Buffer; readonly merchant: string };
  readonly private: { readonly raw: Buffer; readonly word: string };
}

const READERS: Readonly<Record<Language, RegExp>> = { en: /<(tom|sarah|david)@/, fr: /<(camille|hugo|ines)@/ };

/** @param remote an address under which nothing may ever be asked for. */
export function storyMail(language: Language, remote: string): StoryMail {
  const today = civilDateOf(new Date());
  const person =
    language === 'fr'
      ? { name: 'Camille Aubert', address: 'camille@foyer.example', login: 'camille' }
      : { name: 'Tom Whitfield', address: 'tom@foyer.example', login: 'tom' };
  const to = `${person.name} <${person.address}>`;
  const history = sampleLetters(today)
    .filter((letter) => READERS[language].test(letter.to) && letter.day < 0)
    .map((letter) => {
      const day = addDays(today, letter.day);
      return { raw: renderLetter({ ...letter, to }, day), receivedAt: new Date(`${day}T${letter.time ?? '09:12'}:05Z`) };
    });
  const renewsOn = addDays(today, 12);
  return {
    person,
    history,
    ...(language === 'fr' ? { cancelled: 'Lingua Plus', charged: 'Cinéval' } : { cancelled: 'Green Crate', charged: 'Noteflow' }),
    renewal: renewal(language, to, today, renewsOn, remote),
    doubtful: doubtful(language, to, today),
    private: privateMail(language, to, today),
  };
}

const longDate = (on: CivilDate, language: Language): string =>
  new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(on));

function renewal(language: Language, to: string, today: CivilDate, renewsOn: CivilDate, remote: string): StoryMail['renewal'] {
  const merchant = language === 'fr' ? 'Radio Lueur' : 'Northwind Radio';
  const domain = language === 'fr' ? 'radio-lueur.example' : 'northwindradio.example';
  const on = longDate(renewsOn, language);
  const quote =
    language === 'fr'
      ? `Votre abonnement Radio Lueur sera renouvelé le ${on} au tarif de 9,90 € par mois.`
      : `Your Northwind Radio subscription will renew on ${on} for $9.90 per month.`;
  const subject = language === 'fr' ? 'Votre abonnement sera bientôt renouvelé' : 'Your subscription renews soon';
  const greeting = language === 'fr' ? 'Bonjour,' : 'Hello,';
  const boundary = '=_northwind';
  const lines = [
    ...envelope(`${merchant} <billing@${domain}>`, to, subject, today),
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    `${greeting}\r\n\r\n${quote}\r\n`,
    `--${boundary}`,
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    `<html><head><link rel="stylesheet" href="${remote}/style.css"><style>@import url(${remote}/import.css); body{background:url(${remote}/back.png)}</style>`,
    `<script src="${remote}/script.js"></script><meta http-equiv="refresh" content="0;url=${remote}/refresh"></head>`,
    `<body background="${remote}/old-back.png"><p>${greeting}</p><p>${quote}</p><img src="${remote}/pixel.gif" width="1" height="1">`,
    `<img srcset="${remote}/set.png 2x"><iframe src="${remote}/frame"></iframe><video poster="${remote}/poster.png" autoplay></video>`,
    `<svg><image href="${remote}/svg.png"/></svg><form action="${remote}/form"><input name="a"></form>`,
    `<script>fetch('${remote}/fetch'); document.body.textContent = 'taken over';</script>`,
    `<a href="${remote}/link" ping="${remote}/ping">${merchant}</a></body></html>`,
    `--${boundary}--`,
    '',
  ];
  return { raw: Buffer.from(lines.join('\r\n')), merchant, renewsOn, dateAsWritten: on, quote };
}

function envelope(from: string, to: string, subject: string, today: CivilDate): string[] {
  const domain = /@([^>]+)>$/.exec(from)![1]!;
  const now = new Date().toUTCString().replace('GMT', '+0000');
  return [
    `Delivered-To: ${/<(.+)>/.exec(to)![1]}`,
    `Received: from mail.${domain} by mx.foyer.example; ${now}`,
    `Authentication-Results: mx.foyer.example; dkim=pass header.d=${domain}; dmarc=pass header.from=${domain}`,
    `Date: ${now}`,
    `From: ${from}`,
    `To: ${to}`,
    `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
    `Message-ID: <story.${today}@${domain}>`,
    'MIME-Version: 1.0',
  ];
}

function doubtful(language: Language, to: string, today: CivilDate): StoryMail['doubtful'] {
  const french = language === 'fr';
  const merchant = french ? 'Studio Brume' : 'Harvest Studio';
  const letter: Letter = {
    name: 'story-doubtful',
    day: 0,
    from: french ? 'Studio Brume <bonjour@studio-brume.example>' : 'Harvest Studio <hello@harveststudio.example>',
    to,
    kind: 'cancellation_confirmed',
    // One sentence says it, and nothing bears it out.
    subject: merchant,
    text: french
      ? 'Bonjour,\n\nVotre abonnement Studio Brume a été résilié.'
      : 'Hello,\n\nYour Harvest Studio subscription has been cancelled.',
  };
  return { raw: renderLetter(letter, today), merchant };
}

function privateMail(language: Language, to: string, today: CivilDate): StoryMail['private'] {
  const word = 'quixotisme';
  const letter: Letter = {
    name: 'story-private',
    day: 0,
    from: 'Paul <paul@famille.example>',
    to,
    kind: 'other',
    dmarc: 'none',
    subject: language === 'fr' ? `Dimanche, ${word}` : `Sunday, ${word}`,
    text:
      language === 'fr'
        ? `On se voit dimanche ? Je parlerai de ${word} toute la soirée.`
        : `Are you coming on Sunday? I will talk about ${word} all evening.`,
  };
  return { raw: renderLetter(letter, today), word };
}
