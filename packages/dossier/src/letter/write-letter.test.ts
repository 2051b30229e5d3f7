// Letters say what the timeline bears: names, dates, amounts, quotes and the law of the country; what it does not know stands in brackets.
import { OWN_BOUNCE, OWN_REQUEST } from '@quittance/domain/classification';
import type { SubscriptionEvent } from '@quittance/domain/event';
import { describe, expect, it } from 'vitest';
import { asOf } from '@quittance/timeline/as-of';
import { makeReport, STORY, TODAY, type Entry } from '../report/test-report.ts';
import type { LetterInput } from './letter-facts.ts';
import { fittingLetters, LETTER_KINDS, writeLetter, type LetterKind } from './write-letter.ts';

function inputOf(entries = STORY, owner: Partial<LetterInput['owner']> = {}): LetterInput {
  const { subscription, events, corrections } = makeReport(entries);
  const whose = { name: 'Anna Martin', address: 'anna@example.org', country: 'FR', timeZone: 'Europe/Paris', ...owner };
  return { subscription, events, corrections, owner: whose, today: TODAY };
}

it('fits the letters to what happened', () => {
  expect(fittingLetters(inputOf())).toEqual(['charge_dispute', 'bank_dispute']);
  expect(fittingLetters(inputOf(STORY.slice(0, 3)))).toEqual(['confirmation_request']);
  expect(fittingLetters(inputOf(STORY.slice(0, 2)))).toEqual(['cancellation']);
  expect(writeLetter(inputOf(STORY.slice(0, 2)), 'charge_dispute', 'en')).toBeNull();
});

it('asks for the confirmation, with the request as it was acknowledged and the law', () => {
  const letter = writeLetter(inputOf(STORY.slice(0, 3)), 'confirmation_request', 'fr', 'Du 20 au 23, rien n’est arrivé.')!;
  for (const words of [
    'Anna Martin',
    'StreamBox (Pro)',
    'Vous avez accusé réception de ma demande le 20 septembre 2026\u00a0: «\u00a0We have received your request to cancel\u00a0».',
    'Du 20 au 23, rien n’est arrivé.',
    'article L215-1-1 du Code de la consommation',
    'Le 23 novembre 2026',
  ]) {
    expect(letter.text).toContain(words);
  }
  expect(letter.toComplete).toEqual(['[adresse postale ou électronique du service client]', '[numéro de contrat ou de client]']);
  expect(writeLetter(inputOf(STORY.slice(0, 3), { country: null }), 'confirmation_request', 'en')!.law).toBeNull();
});

it('asks what was taken since the request is for, and claims of it only what is not owed', () => {
  const asked = STORY.slice(0, 3);
  expect(writeLetter(inputOf(asked), 'confirmation_request', 'en')!.text).not.toContain('you have charged');
  const later = [...asked, charged('2026-10-05T06:00:00.000Z'), charged(FIFTH)];
  const letter = writeLetter(inputOf(later), 'confirmation_request', 'en')!.text;
  expect(letter).toContain(
    'Since then you have charged:\n– 5 October 2026: €9.99\n– 5 November 2026: €9.99\nPlease tell me for which time',
  );
  expect(letter).not.toContain('5 September 2026');
  const once = [...asked, charged('2026-10-05T06:00:00.000Z'), refunded('2026-10-08T06:10:00.000Z'), charged(FIFTH)];
  const french = writeLetter(inputOf(once), 'confirmation_request', 'fr')!.text;
  expect(french).toMatch(
    /Depuis, vous avez prélevé\s:\n– 5 novembre 2026\s: 9,99\s€\nJe vous prie de m’indiquer à quelle période ce prélèvement/,
  );
  expect(french).not.toContain('octobre');
});

it('disputes the charge with the confirmation, its quote and the sum', () => {
  const letter = writeLetter(inputOf(), 'charge_dispute', 'en')!;
  expect(letter.text).toContain(
    'On 21 September 2026 you confirmed in writing (streambox.example) the cancellation of my subscription StreamBox (Pro), reference SB-4711, account anna@example.org: “Your membership has been cancelled.',
  );
  expect(letter.text).toContain('– 5 November 2026: €9.99');
  expect(letter.text).toContain('I do not accept this charge. Please refund €9.99 within 14 days');
  expect(letter.text).toContain('articles 1302 and 1302-1');
  expect(letter.subject).toContain('SB-4711');
});

it('puts messages at their disposal only where some are kept', () => {
  const dispute = (input: LetterInput) => (['en', 'fr'] as const).map((language) => writeLetter(input, 'charge_dispute', language)!.text);
  const [en, fr] = dispute(inputOf());
  expect(en).toContain('The messages with their proofs are at your disposal.');
  expect(fr).toContain('Je tiens les messages et leurs preuves à votre disposition.');
  // Erased: what happened is known, and nothing is left to show.
  const input = inputOf();
  const erased = {
    ...input,
    subscription: { ...input.subscription, proof: null },
    events: input.events.map((event) => ({ ...event, level: null, reasons: [] })),
  };
  for (const text of dispute(erased)) expect(text).not.toMatch(/disposal|disposition|\s\n\n/);
});

it('states the case to the bank with the level of the proof and the deadlines', () => {
  const letter = writeLetter(inputOf(), 'bank_dispute', 'fr')!;
  expect(letter.text).toContain('Je conteste le paiement suivant à «\u00a0StreamBox\u00a0»');
  expect(letter.text).toContain('Je vous prie de me rembourser 9,99');
  expect(letter.text).toContain('A – Signé par le domaine indiqué comme expéditeur, connu comme celui du professionnel');
  expect(letter.text).toContain('31 décembre 2026');
  expect(letter.text).toContain('5 mars 2027');
  expect(letter.text).toContain('L133-25-1');
  expect(letter.toComplete).toContain('[banque]');
});

it('claims no confirmation by the merchant where nobody can tell who wrote, and takes no bracket of a quote for a gap', () => {
  const { subscription, ...rest } = inputOf();
  const weak = writeLetter(
    { ...rest, subscription: { ...subscription, proof: { ...subscription.proof!, level: 'D' } } },
    'charge_dispute',
    'en',
  )!;
  expect(weak.text).toContain(
    'On 21 September 2026 I received a message that names streambox.example as its sender and states the cancellation of my subscription',
  );
  const story = STORY.map((entry) => (entry.kind === 'cancellation_confirmed' ? { ...entry, quote: 'Cancelled [ref 12]' } : entry));
  expect(writeLetter(inputOf(story), 'charge_dispute', 'en')!.toComplete).not.toContain('[ref 12]');
});

it('names who bills, where a confirmation or an acknowledgement is theirs', () => {
  const { events, ...rest } = inputOf();
  const sentByApple = events.map((event) => ({
    ...event,
    biller: 'apple',
    message: { ...event.message!, fromAddress: 'no_reply@email.apple.com' },
  }));
  const letter = (kind: LetterKind, language: 'en' | 'fr') => writeLetter({ ...rest, events: sentByApple }, kind, language)!.text;
  expect(letter('charge_dispute', 'en')).toContain('On 21 September 2026 Apple confirmed in writing (email.apple.com) the cancellation');
  expect(letter('charge_dispute', 'fr')).toContain('Le 21 septembre 2026, Apple a confirmé par écrit (email.apple.com) la résiliation');
  expect(letter('bank_dispute', 'en')).toContain('Apple acknowledged my request to cancel on 20 September 2026');
  expect(letter('bank_dispute', 'fr')).toContain('Apple a accusé réception de ma demande de résiliation le 20 septembre 2026');
  const asked = inputOf(STORY.slice(0, 3));
  const request = writeLetter({ ...asked, events: sentByApple.slice(0, 3) }, 'confirmation_request', 'fr')!.text;
  expect(request).toContain('Apple a accusé réception de ma demande le 20 septembre 2026');
  expect(request).not.toContain('Vous avez accusé');
});

it('says that the merchant acknowledged a request only where the merchant did', () => {
  const { events, ...rest } = inputOf(STORY.slice(0, 3));
  const asked = (change: Partial<SubscriptionEvent>): string => {
    const changed = events.map((event) => (event.kind === 'cancellation_requested' ? { ...event, ...change } : event));
    return writeLetter({ ...rest, events: changed }, 'confirmation_request', 'fr')!.text;
  };
  const reason = (rule: string, quote: string) => [{ rule, quote, field: 'kind', zone: 'body', start: 0, end: quote.length } as const];
  const byPhone = asked({ source: 'person', message: null, level: null, reasons: reason('person.phone', 'by phone') });
  expect(byPhone).toContain('Le 20 septembre 2026, j’ai résilié par téléphone mon abonnement StreamBox (Pro)');
  const byMail = asked({ reasons: reason(OWN_REQUEST, 'je résilie mon abonnement') });
  expect(byMail).toContain(
    'Le 20 septembre 2026, je vous ai demandé par courriel la résiliation de mon abonnement StreamBox (Pro), [numéro de contrat ou de client], compte anna@example.org\u00a0: «\u00a0… je résilie mon abonnement\u00a0».',
  );
  for (const text of [byPhone, byMail]) expect(text).not.toContain('accusé réception');
  // Sent and come back: nothing was asked for.
  const cameBack = events.map((event) =>
    event.kind === 'cancellation_requested' ? { ...event, reasons: reason(`${OWN_BOUNCE}1@example.org`, 'could not be delivered') } : event,
  );
  expect(fittingLetters({ ...rest, events: cameBack })).toEqual([]);
});

it('disputes a reactivation that nobody asked for, and what was taken for it once', () => {
  const story = [
    ...STORY.slice(0, 4),
    { kind: 'reactivated', at: '2026-11-05T06:00:00.000Z', quote: 'Your membership is active again' },
    { kind: 'renewal_charged', at: '2026-11-05T06:10:00.000Z', quote: 'Your payment of 9.99 EUR was received' },
  ] as const;
  const input = inputOf(story);
  expect(fittingLetters(input)).toEqual(['reactivation_dispute', 'bank_dispute']);
  const letter = writeLetter(input, 'reactivation_dispute', 'fr')!;
  expect(letter.text).toContain(
    'L’abonnement a néanmoins été réactivé le 5 novembre 2026, sans que je l’aie demandé, et vous avez prélevé',
  );
  expect(letter.text).toContain('Je vous prie de l’annuler, de me rembourser 9,99');
  const booked = { ...input.events.at(-1)!, id: 'bank', source: 'bank', occurredAt: '2026-11-07T12:00:00.000Z' } as const;
  expect(writeLetter({ ...input, events: [...input.events, booked] }, 'bank_dispute', 'en')!.text).toContain(
    'which was cancelled before and reactivated on 5 November 2026 without my asking.',
  );
  expect(writeLetter({ ...input, events: [...input.events, booked] }, 'bank_dispute', 'en')!.text).not.toContain('Total');
  const uncharged = writeLetter(inputOf(story.slice(0, 5)), 'reactivation_dispute', 'en')!;
  expect(uncharged.text).toContain('reactivated on 5 November 2026, which I did not ask for.');
  expect(uncharged.law).toBeNull();
});

const charged = (at: string) => ({ kind: 'renewal_charged', at, quote: 'Your payment of 9.99 EUR was received' }) as const;
const reactivated = (at: string) => ({ kind: 'reactivated', at, quote: 'Your membership is active again' }) as const;
const refunded = (at: string) => ({ kind: 'refund', at, quote: 'We refunded 9.99 EUR' }) as const;
const FIFTH = '2026-11-05T06:10:00.000Z';

it('claims nothing that was given back', () => {
  const unasked = [...STORY.slice(0, 4), reactivated('2026-11-05T06:00:00.000Z'), charged(FIFTH), refunded('2026-11-08T06:10:00.000Z')];
  expect(fittingLetters(inputOf(unasked))).toEqual(['reactivation_dispute']);
  const letter = writeLetter(inputOf(unasked), 'reactivation_dispute', 'fr')!;
  expect(letter.text).toMatch(/– 5 novembre 2026\s: 9,99\s€ \(remboursé le 8 novembre 2026\)/);
  expect(letter.text).toContain('Je vous prie de l’annuler et de me confirmer');
  expect(letter.text).not.toContain('de me rembourser');
  expect(letter.law).toBeNull();
  // One refund gives back one charge.
  const twice = inputOf([...unasked, charged('2026-11-20T06:00:00.000Z')]);
  expect(writeLetter(twice, 'reactivation_dispute', 'en')!.text).toContain('Please undo it, refund €9.99 by');
  const bank = writeLetter(twice, 'bank_dispute', 'en')!.text;
  expect(bank).toContain('I dispute the following payment to');
  expect(bank).not.toContain('– 5 November 2026: €9.99');
  const afterEnd = [...STORY, refunded('2026-11-08T06:10:00.000Z')];
  expect(fittingLetters(inputOf(afterEnd))).toEqual([]);
  const again = writeLetter(inputOf([...afterEnd, charged('2026-11-20T06:00:00.000Z')]), 'charge_dispute', 'fr')!.text;
  expect(again).toContain('Je conteste ce prélèvement. Je vous prie de me rembourser 9,99');
});

it('disputes the payment that came just before the mail of the reactivation, and none that was due', () => {
  const before = inputOf([...STORY.slice(0, 4), charged('2026-11-03T06:00:00.000Z'), reactivated(FIFTH)]);
  expect(fittingLetters(before)).toEqual(['reactivation_dispute', 'bank_dispute']);
  expect(writeLetter(before, 'reactivation_dispute', 'en')!.text).toContain('– 3 November 2026: €9.99');
  // Told of as a charge after the end, it is in that letter and once at the bank.
  const late = inputOf([
    ...STORY.slice(0, 4),
    charged('2026-11-01T06:00:00.000Z'),
    reactivated(FIFTH),
    charged('2026-11-09T06:10:00.000Z'),
  ]);
  expect(writeLetter(late, 'reactivation_dispute', 'en')!.text).not.toContain('1 November 2026: €');
  expect(writeLetter(late, 'bank_dispute', 'en')!.text.match(/^– .*€9\.99$/gm)).toHaveLength(2);
  const due = inputOf([...STORY.slice(0, 4), charged('2026-10-04T06:00:00.000Z'), reactivated('2026-10-05T06:00:00.000Z')]);
  expect(fittingLetters(due)).toEqual(['reactivation_dispute']);
});

describe('a contract that runs', () => {
  const price = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
  const yearly = (at: string): Entry => ({
    kind: 'signup',
    at,
    quote: 'Welcome to StreamBox Pro',
    more: { period: 'P1Y', price: price(9900) },
  });
  const SIGNUP = yearly('2026-01-05T09:00:00.000Z');
  const letterOf = (input: LetterInput, kind: LetterKind, language: 'en' | 'fr' = 'en') =>
    writeLetter(input, kind, language)!.text.replace(/[\u00a0\u202f]/g, ' ');

  it('can be cancelled, and nothing is said of it that no mail said', () => {
    const input = inputOf(STORY.slice(0, 2));
    const letter = letterOf(input, 'cancellation');
    expect(letter).toContain(
      'I cancel my subscription StreamBox (Pro), [contract or customer number], account anna@example.org, at the earliest date that is possible.',
    );
    expect(letter).toContain('article L215-1-1');
    expect(letter.match(/\d{4}/g)).toEqual(['2026']); // The day of the letter.
    const french = letterOf(input, 'cancellation', 'fr');
    expect(french).toContain(
      'Je résilie mon abonnement StreamBox (Pro), [numéro de contrat ou de client], compte anna@example.org, à la première',
    );
    expect(french).toContain('quels sont les effets de la résiliation');
    expect(writeLetter(inputOf(STORY.slice(0, 2), { country: null }), 'cancellation', 'en')!.law).toBeNull();
    const bound = inputOf([{ ...STORY[0]!, more: { minimumTermEndsOn: '2027-01-05', biller: 'google_play' } }, STORY[1]!]);
    expect(letterOf(bound, 'cancellation')).toContain(
      '(billed through Google Play), at the earliest date that is possible, at the latest at the end of the minimum term on 5 January 2027.',
    );
    for (const over of [STORY.slice(0, 3), STORY.slice(0, 4)]) expect(fittingLetters(inputOf(over))).not.toContain('cancellation');
  });

  it('can be kept from renewing, by the words of the mail that announced it', () => {
    const notice: Entry = {
      kind: 'renewal_notice',
      at: '2026-11-20T08:00:00.000Z',
      quote: 'Your plan will renew automatically on 5 January 2027.',
      more: { renewsOn: '2027-01-05', cancelBy: '2026-12-05' },
    };
    const input = inputOf([SIGNUP, notice]);
    expect(fittingLetters(input)).toEqual(['renewal_refusal', 'cancellation']);
    const letter = letterOf(input, 'renewal_refusal');
    expect(letter).toContain(
      'Your message of 20 November 2026 names 5 January 2027 as the day on which my subscription StreamBox (Pro), [contract or customer number], account anna@example.org, renews: “Your plan will renew automatically on 5 January 2027”.',
    );
    expect(letter).toContain('of the current term. Your message of 20 November 2026 names 5 December 2026 as the last day to do so.');
    expect(letterOf(input, 'cancellation')).toContain('possible, so that it does not renew on 5 January 2027.');
    // Sent by who bills for it.
    const apple: Entry['more'] = {
      ...notice.more,
      biller: 'apple',
      message: { ...input.events[1]!.message!, fromAddress: 'no_reply@email.apple.com' },
    };
    const billed = inputOf([SIGNUP, { ...notice, more: apple }]);
    expect(letterOf(billed, 'renewal_refusal')).toContain(
      'A message of 20 November 2026 sent by Apple names 5 January 2027 as the day on which my subscription',
    );
    expect(letterOf(billed, 'renewal_refusal')).not.toContain('Your message');
    expect(letterOf(billed, 'renewal_refusal', 'fr')).toContain(
      'Un message du 20 novembre 2026 envoyé par Apple indique le 5 décembre 2026 comme dernier jour pour cela.',
    );
    const shop = inputOf([SIGNUP, { ...notice, more: { ...apple, biller: null } }]);
    expect(letterOf(shop, 'renewal_refusal')).toContain('A message of 20 November 2026 sent by email.apple.com names');
    const open = inputOf([SIGNUP, { ...notice, more: { ...apple, level: 'D' } }]);
    expect(letterOf(open, 'renewal_refusal', 'fr')).toContain('Un message du 20 novembre 2026 qui désigne Apple comme expéditeur indique');
    // Nobody can tell who wrote it.
    const unsigned = inputOf([SIGNUP, { ...notice, more: { ...notice.more, level: 'D' } }]);
    expect(letterOf(unsigned, 'renewal_refusal', 'fr')).toContain(
      'Un message du 20 novembre 2026 qui vous désigne comme expéditeur indique que mon abonnement StreamBox (Pro), [numéro de contrat ou de client], compte anna@example.org, sera reconduit le 5 janvier 2027',
    );
    // What was read with doubt is no word of the mail's.
    const doubtful = inputOf([SIGNUP, { ...notice, decided: 'probable' }]);
    expect(letterOf(doubtful, 'renewal_refusal', 'fr')).toMatch(
      /D’après mes calculs, mon abonnement StreamBox \(Pro\), \[numéro de contrat ou de client\], compte anna@example.org, sera reconduit le \[5 janvier 2027 : à vérifier\]\./,
    );
    expect(writeLetter(doubtful, 'renewal_refusal', 'en')!.toComplete).toContain('[5 January 2027: please check]');
    // Gone by: it would not be in time.
    const late = { ...notice, at: '2026-10-20T08:00:00.000Z', more: { renewsOn: '2027-01-05', cancelBy: '2026-11-05' } };
    expect(letterOf(inputOf([SIGNUP, late]), 'renewal_refusal')).not.toContain('last day');
  });

  it('can be left because of its price', () => {
    const more = { price: price(11_900), effectiveOn: '2027-01-05', cancelBy: '2026-12-20' };
    const rise: Entry = { kind: 'price_change', at: '2026-11-10T08:00:00.000Z', quote: 'From 5 January it costs 119.00 EUR.', more };
    const input = inputOf([SIGNUP, rise]);
    expect(fittingLetters(input)).toContain('price_refusal');
    const letter = letterOf(input, 'price_refusal');
    expect(letter).toContain(
      'Your message of 10 November 2026 announces a price of €119.00 instead of €99.00 from 5 January 2027 for my subscription',
    );
    expect(letter).toContain('That message names 20 December 2026 as the last day to do so.');
    expect(writeLetter(input, 'price_refusal', 'fr')!.law).toBeNull();
    expect(letterOf(input, 'price_refusal', 'fr')).toContain('annonce un prix de 119,00 € au lieu de 99,00 € à compter du 5 janvier 2027');
    // Announced by one mail; the day stands in another one.
    const first: Entry = { ...rise, more: { ...more, cancelBy: null } };
    const second: Entry = { ...rise, at: '2026-11-18T08:00:00.000Z' };
    const apart = inputOf([SIGNUP, first, second]);
    expect(letterOf(apart, 'price_refusal')).toContain('Your message of 10 November 2026 announces a price of €119.00');
    expect(letterOf(apart, 'price_refusal')).toContain('Your message of 18 November 2026 names 20 December 2026 as the last day to do so.');
    expect(letterOf(apart, 'price_refusal', 'fr')).toContain('Votre message du 18 novembre 2026 indique le 20 décembre 2026 comme dernier');
    const both = inputOf([SIGNUP, rise, second]);
    expect(letterOf(both, 'price_refusal', 'fr')).toContain('Ce message indique le 20 décembre 2026 comme dernier jour pour cela.');
    const begun = inputOf([SIGNUP, { ...rise, more: { ...more, effectiveOn: '2026-11-15' } }]);
    expect(fittingLetters(begun)).not.toContain('price_refusal');
  });

  it('can be left at once where it renewed without the notice that the law asks for', () => {
    const renewed: Entry = { ...yearly('2026-10-05T06:00:00.000Z'), kind: 'renewal_charged', quote: 'Your payment was received' };
    const inFrance = (entries: readonly Entry[]): LetterInput => {
      const seen = inputOf(entries);
      return { ...seen, subscription: asOf(seen.subscription, { today: TODAY, country: 'FR', setAside: [] }) };
    };
    const begun = yearly('2025-10-05T09:00:00.000Z');
    const input = inFrance([begun, renewed]);
    const letter = letterOf(input, 'cancellation', 'fr');
    expect(letter).toContain('compte anna@example.org, à la première date possible.');
    expect(letter).toContain(
      '[Supprimez ce paragraphe si vous avez reçu cet avis par courrier, ou s’il s’agit d’une assurance, pour laquelle un autre texte s’applique (article L113-15-1 du Code des assurances).] Le contrat a été reconduit le 5 octobre 2026. L’avis que la loi exige auparavant ne m’est pas parvenu par courriel. J’y mets donc fin avec effet immédiat et sans frais',
    );
    expect(letter).toContain('article L215-1 du Code de la consommation : Avant la reconduction tacite');
    expect(writeLetter(input, 'cancellation', 'fr')!.law).toMatch(/article L215-1 du[^]*article L215-1-1 du/);
    // Without that one paragraph nothing is claimed.
    for (const [language, claims] of [
      ['fr', /immédiat|L215-1 |sans frais|rembours|reconduit/],
      ['en', /immediate|L215-1:|free of charge|refund|renewed/],
    ] as const) {
      const paragraphs = letterOf(input, 'cancellation', language).split('\n\n');
      const kept = paragraphs.filter((one) => !/^\[(?:Delete|Supprimez)/.test(one));
      expect(paragraphs.length - kept.length).toBe(1);
      expect(paragraphs.find((one) => !kept.includes(one))).toMatch(claims);
      expect(kept.join('\n\n')).not.toMatch(claims);
      expect(kept.join('\n\n')).toContain('L215-1-1');
    }
    expect(letterOf(inputOf([begun, renewed]), 'cancellation')).not.toContain('immediate');
    // Not before the end of a minimum term, and not where the notice may have come.
    const bound = inFrance([begun, { ...renewed, more: { ...renewed.more, minimumTermEndsOn: '2027-10-05' } }]);
    expect(bound.subscription.findings.map(({ kind }) => kind)).toContain('notice_missing');
    expect(letterOf(bound, 'cancellation')).toContain('at the latest at the end of the minimum term on 5 October 2027.');
    expect(letterOf(bound, 'cancellation')).not.toMatch(/immediate|did not reach me/);
    const doubtful = (decided: 'probable' | 'abstain', more: Entry['more'] = {}) =>
      inFrance([begun, { kind: 'renewal_notice', at: '2026-08-01T08:00:00.000Z', quote: 'Your plan renews', decided, more }, renewed]);
    for (const decided of ['probable', 'abstain'] as const) {
      expect(letterOf(doubtful(decided, { renewsOn: '2026-10-05' }), 'cancellation')).not.toMatch(/immediate|did not reach me/);
    }
    // Of one of two contracts with that merchant: it is in neither.
    const { events, ...rest } = doubtful('abstain', { renewsOn: '2026-10-05' });
    const beside = { ...rest, events: events.filter(({ decided }) => decided === 'auto') };
    expect(letterOf(beside, 'cancellation')).toMatch(/immediate/);
    expect(letterOf({ ...beside, doubted: events.filter(({ decided }) => decided !== 'auto') }, 'cancellation')).not.toMatch(/immediate/);
    // Of another renewal.
    expect(letterOf(doubtful('abstain', { renewsOn: '2027-10-05' }), 'cancellation')).toMatch(/immediate/);
  });

  it('is none where it runs again unasked: that is disputed', () => {
    const input = inputOf([...STORY.slice(0, 4), reactivated(FIFTH)]);
    expect(input.subscription.status).toBe('active');
    expect(fittingLetters(input)).not.toContain('cancellation');
  });
});

it('speaks of the law to whoever reads the letter, not to its writer', () => {
  for (const kind of LETTER_KINDS) {
    for (const country of ['FR', 'DE', 'GB', 'US', 'US-CA', 'BE']) {
      for (const entries of [STORY.slice(0, 2), STORY.slice(0, 3), STORY]) {
        expect(writeLetter(inputOf(entries, { country }), kind, 'fr')?.law ?? '').not.toMatch(/\bvous\b|\bvotre\b/i);
        expect(writeLetter(inputOf(entries, { country }), kind, 'en')?.law ?? '').not.toMatch(/\byou\b|\byour\b/i);
      }
    }
  }
});

it('is written in both languages for whatever is known', () => {
  for (const language of ['en', 'fr'] as const) {
    for (const kind of ['confirmation_request', 'charge_dispute', 'bank_dispute'] as const) {
      const input = kind === 'confirmation_request' ? inputOf(STORY.slice(0, 3), { name: '' }) : inputOf(STORY, { name: '' });
      const letter = writeLetter(input, kind, language)!;
      expect(letter.text).not.toMatch(/null|undefined|\bNaN\b/);
      expect(letter.toComplete.length).toBeGreaterThan(0);
    }
  }
});
