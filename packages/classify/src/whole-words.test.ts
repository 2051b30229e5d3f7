import { describe, expect, it } from 'vitest';
import { wholeWords } from './whole-words.ts';

function widened(text: string, part: string): string {
  const start = text.indexOf(part);
  return wholeWords(text, { quote: part, start, end: start + part.length }).quote;
}

describe('wholeWords', () => {
  it.each([
    ['Cet e-mail confirme votre résiliation.', 'mail confirme votre résiliation', 'e-mail confirme votre résiliation'],
    ['L’abonnement a été résilié.', 'abonnement a été résilié', 'L’abonnement a été résilié'],
    ["We've cancelled your auto-renewal today", 've cancelled your auto', "We've cancelled your auto-renewal"],
    ['[NordNode] Storage Cancelled', 'NordNode] Storage Cancelled', '[NordNode] Storage Cancelled'],
    ['Votre « Pack Plus » est résilié', 'Pack Plus » est résilié', '« Pack Plus » est résilié'],
    ['résilie\u0301e ce jour', 'résilie', 'résilie\u0301e'],
  ])('%s', (text, part, quote) => {
    expect(widened(text, part)).toBe(quote);
  });

  it.each([
    ['Your plan is cancelled - see below', 'Your plan is cancelled'],
    ['ご契約は解約されました。', '解約されました'],
    ['a) Your plan) is cancelled', 'is cancelled'],
    ['[first line\nsecond] is cancelled', 'second] is cancelled'],
    ['the members’ plan', 'plan'],
  ])('leaves as it is: %s', (text, part) => {
    expect(widened(text, part)).toBe(part);
  });

  it('gives the offsets of what it quotes', () => {
    const text = 'Cet e-mail confirme';
    expect(wholeWords(text, { quote: 'mail', start: 6, end: 10 })).toEqual({ quote: 'e-mail', start: 4, end: 10 });
  });
});
