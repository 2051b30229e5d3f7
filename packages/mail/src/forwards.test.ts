import { describe, expect, it } from 'vitest';
import { parseMessage } from './parse-message.ts';

async function read(subject: string, body: string, headers = '') {
  const type = body.startsWith('<') ? 'html' : 'plain';
  const head = `Subject: =?utf-8?b?${Buffer.from(subject).toString('base64')}?=\r\nDate: Wed, 4 Mar 2026 10:00:00 +0100\r\n${headers}`;
  const message = await parseMessage(Buffer.from(`${head}Content-Type: text/${type}; charset=utf-8\r\n\r\n${body}`));
  return {
    message,
    zones: message.text.zones.map(({ kind, start, end }) => [kind, message.text.body.slice(start, end).trim().split('\n')[0]]),
    inner: message.forwarded && message.text.body.slice(message.forwarded.bodyStart).split('\n')[0],
  };
}

const INNER = 'Votre abonnement a été résilié.';
const forwards: Record<string, [subject: string, body: string]> = {
  'Gmail en': [
    'Fwd: Your plan',
    `See below\n\n---------- Forwarded message ---------\nFrom: Shop <billing@shop.example>\nDate: Tue, Mar 3, 2026 at 4:34 PM\nSubject: Your plan\nTo: <me@home.example>\n\n\n${INNER}\n`,
  ],
  'Gmail fr': [
    'Fwd: Votre offre',
    `---------- Forwarded message ---------\nDe : Shop <billing@shop.example>\nDate: mar. 3 mars 2026 à 16:34\nSubject: Your plan\nTo: <me@home.example>\n\n\n${INNER}\n`,
  ],
  'Gmail fr, HTML': [
    'Fwd: Votre offre',
    `<div dir="ltr">Voir<br><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>De : <b>Shop</b> <span>&lt;<a href="mailto:billing@shop.example">billing@shop.example</a>&gt;</span><br>Date: mar. 3 mars 2026 à 16:34<br>Subject: Your plan<br>To: &lt;me@home.example&gt;<br></div><br><br><p>${INNER}</p></div></div>`,
  ],
  'Outlook en': [
    'FW: Your plan',
    `\n________________________________\nFrom: Shop <billing@shop.example>\nSent: Tuesday, March 3, 2026 4:34 PM\nTo: me@home.example <me@home.example>\nSubject: Your plan\n\n${INNER}`,
  ],
  'Outlook fr': [
    'TR: Votre offre',
    `De : Shop <billing@shop.example>\nEnvoyé : mardi 3 mars 2026 16:34\nÀ : me@home.example\nObjet : Your plan\n\n${INNER}`,
  ],
  'Outlook fr, HTML': [
    'TR : Votre offre',
    `<div>Pour info</div><hr><div id="divRplyFwdMsg"><b>De :</b> Shop &lt;billing@shop.example&gt;<br><b>Envoyé :</b> mardi 3 mars 2026 16:34<br><b>À :</b> me@home.example<br><b>Objet :</b> Your plan</div><div>${INNER}</div>`,
  ],
  'Apple en': [
    'Fwd: Your plan',
    `\n\nBegin forwarded message:\n\n> From: Shop <billing@shop.example>\n> Subject: Your plan\n> Date: March 3, 2026 at 4:34:00 PM GMT+1\n> To: me@home.example\n> \n> ${INNER}\n`,
  ],
  'Apple fr': [
    'Fwd: Votre offre',
    `Début du message transféré :\n\nDe: Shop <billing@shop.example>\nObjet: Your plan\nDate: 3 mars 2026 à 16:34:00 UTC+1\nÀ: me@home.example\n\n${INNER}\n`,
  ],
  'Apple ja': [
    'Fwd: お知らせ',
    `転送されたメッセージ：\n\n差出人: Shop <billing@shop.example>\n件名: Your plan\n日付: 2026年3月3日 16:34:00 JST\n宛先: me@home.example\n\n${INNER}\n`,
  ],
  'Thunderbird de': [
    'Fwd: Ihr Abo',
    `-------- Weitergeleitete Nachricht --------\nBetreff: \tYour plan\nDatum: \tTue, 3 Mar 2026 16:34:00 +0100\nVon: \tShop <billing@shop.example>\nAn: \tme@home.example\n\n\n${INNER}\n`,
  ],
};

describe('forwards', () => {
  it.each(Object.entries(forwards))('%s', async (name, [subject, body]) => {
    const { message, zones, inner } = await read(subject, body);
    expect(message.forwarded).toMatchObject({ from: { address: 'billing@shop.example', name: 'Shop' }, subject: 'Your plan' });
    expect(message.forwarded?.sentAt?.slice(0, 10), name).toBe('2026-03-03');
    expect(inner?.replace(/^> /, '')).toBe(INNER);
    expect(zones.at(-1)?.[0]).toBe('forwarded');
  });

  it('in a text without a header block, by the library', async () => {
    const { message, inner } = await read(
      'TR: Votre offre',
      `Le mardi 3 mars 2026 16:34, « Shop » <billing@shop.example> a écrit :\n\n${INNER}`,
    );
    expect(message.forwarded?.from).toEqual({ address: 'billing@shop.example', name: 'Shop' });
    expect(inner).toBe(INNER);
  });

  it('as an attachment, with the words of both', async () => {
    const raw = `Subject: Fwd\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee attached\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: Shop <billing@shop.example>\r\nSubject: Your plan\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>${INNER} <a href="https://shop.example">Gérer</a></p>\r\n--b--`;
    const message = await parseMessage(Buffer.from(raw));
    expect(message.text.body).toBe(`See attached\n\n${INNER} Gérer`);
    expect(message.forwarded).toMatchObject({ from: { address: 'billing@shop.example' }, subject: 'Your plan', bodyStart: 14 });
    expect(message.text.links[0]?.start).toBe(message.text.body.indexOf('Gérer'));
    expect(message.text.zones.map(({ kind }) => kind)).toEqual(['body', 'forwarded']);
  });

  it('but not a receipt that names who paid whom', async () => {
    const { message } = await read('Your receipt', 'Receipt\nFrom: Shop SAS\nTo: Me\nDate: 3 March 2026\nAmount: 12 EUR');
    expect(message.forwarded).toBeNull();
  });
});

describe('quoted replies', () => {
  const replies: Record<string, [body: string, first: string]> = {
    'en, plain': [
      'Please cancel.\n\nOn Tue, 3 Mar 2026 at 16:34, Shop <billing@shop.example> wrote:\n> Your plan renews.\n> Bye',
      'On Tue, 3 Mar 2026 at 16:34, Shop <billing@shop.example> wrote:',
    ],
    'fr, broken line': [
      'Merci.\n\nLe mar. 3 mars 2026 à 16:34, Shop Service Clients\n<billing@shop.example> a écrit :\n\n> Votre offre\n> Fin',
      'Le mar. 3 mars 2026 à 16:34, Shop Service Clients',
    ],
    de: ['Danke.\n\nAm 03.03.2026 um 16:34 schrieb Shop:\n> Ihr Abo\n', 'Am 03.03.2026 um 16:34 schrieb Shop:'],
    'Gmail HTML': [
      '<div>Please cancel.</div><div class="gmail_quote"><div class="gmail_attr">On Tue, Mar 3, 2026 at 4:34 PM Shop &lt;<a href="mailto:b@shop.example">b@shop.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote" type="cite">Your plan renews.</blockquote></div>',
      'On Tue, Mar 3, 2026 at 4:34 PM Shop <b@shop.example> wrote:',
    ],
    'blockquote only': [
      '<p>Please cancel.</p><p>On 3 Mar 2026, Shop wrote:</p><blockquote type="cite"><p>Your plan renews.</p></blockquote>',
      'On 3 Mar 2026, Shop wrote:',
    ],
    Outlook: [
      'Please cancel.\n\nFrom: Shop <billing@shop.example>\nSent: Tuesday, March 3, 2026 4:34 PM\nTo: me\nSubject: Your plan\n\nIt renews.',
      'From: Shop <billing@shop.example>',
    ],
  };
  it.each(Object.entries(replies))('%s', async (_name, [body, first]) => {
    const { message, zones } = await read('Re: Your plan', body, 'In-Reply-To: <a@b>\r\n');
    expect(message.forwarded).toBeNull();
    expect(zones[0]?.[0]).toBe('body');
    expect(zones[1]).toEqual(['quoted', first]);
    expect(zones).toHaveLength(2);
  });

  it('keeps an answer below the quote as the own words', async () => {
    const { zones } = await read('Re: Plan', 'On 3 Mar 2026, Shop wrote:\n> It renews.\n\nPlease cancel.');
    expect(zones.map(([kind]) => kind)).toEqual(['quoted', 'body']);
  });
});
