// Letters say what the timeline bears: names, dates, amounts, quotes and the law of the country; what it does not know stands in brackets.
import { expect, it } from 'vitest';
import { makeReport, STORY, TODAY } from '../report/test-report.ts';
import type { LetterInput } from './letter-facts.ts';
import { fittingLetters, LETTER_KINDS, writeLetter } from './write-letter.ts';

function inputOf(entries = STORY, owner: Partial<LetterInput['owner']> = {}): LetterInput {
  const { subscription, events, corrections } = makeReport(entries);
  const whose = { name: 'Anna Martin', address: 'anna@example.org', country: 'FR', timeZone: 'Europe/Paris', ...owner };
  return { subscription, events, corrections, owner: whose, today: TODAY };
}

it('fits the letters to what happened', () => {
  expect(fittingLetters(inputOf())).toEqual(['charge_dispute', 'bank_dispute']);
  expect(fittingLetters(inputOf(STORY.slice(0, 3)))).toEqual(['confirmation_request']);
  expect(fittingLetters(inputOf(STORY.slice(0, 2)))).toEqual([]);
  expect(writeLetter(inputOf(STORY.slice(0, 2)), 'charge_dispute', 'en')).toBeNull();
});

it('asks for the confirmation, with the request as it was acknowledged and the law', () => {
  const letter = writeLetter(inputOf(STORY.slice(0, 3)), 'confirmation_request', 'fr', 'Du 20 au 23, rien n’est arrivé.')!;
  for (const words of [
    'Anna Martin',
    'StreamBox (Pro)',
    'le 20 septembre 2026 : « We have received your request to cancel »',
    'Du 20 au 23, rien n’est arrivé.',
    'article L215-1-1 du Code de la consommation',
    '23 novembre 2026',
  ]) {
    expect(letter.text).toContain(words);
  }
  expect(letter.toComplete).toEqual(['[adresse postale ou électronique du service client]', '[numéro de contrat ou de client]']);
  expect(writeLetter(inputOf(STORY.slice(0, 3), { country: null }), 'confirmation_request', 'en')!.law).toBeNull();
});

it('disputes the charge with the confirmation, its quote and the sum', () => {
  const letter = writeLetter(inputOf(), 'charge_dispute', 'en')!;
  expect(letter.text).toContain(
    'On 21 September 2026, streambox.example confirmed the cancellation in writing: “Your membership has been cancelled.',
  );
  expect(letter.text).toContain('– 5 November 2026: €9.99');
  expect(letter.text).toContain('Please refund €9.99 within 14 days');
  expect(letter.text).toContain('articles 1302 and 1302-1');
  expect(letter.subject).toContain('SB-4711');
});

it('states the case to the bank with the level of the proof and the deadlines', () => {
  const letter = writeLetter(inputOf(), 'bank_dispute', 'fr')!;
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
  expect(weak.text).toContain('A message of 21 September 2026 that names streambox.example as its sender states the cancellation');
  const story = STORY.map((entry) => (entry.kind === 'cancellation_confirmed' ? { ...entry, quote: 'Cancelled [ref 12]' } : entry));
  expect(writeLetter(inputOf(story), 'charge_dispute', 'en')!.toComplete).not.toContain('[ref 12]');
});

it('is written in both languages for whatever is known', () => {
  for (const language of ['en', 'fr'] as const) {
    for (const kind of LETTER_KINDS) {
      const input = kind === 'confirmation_request' ? inputOf(STORY.slice(0, 3), { name: '' }) : inputOf(STORY, { name: '' });
      const letter = writeLetter(input, kind, language)!;
      expect(letter.text).not.toMatch(/null|undefined|\bNaN\b/);
      expect(letter.toComplete.length).toBeGreaterThan(0);
    }
  }
});
