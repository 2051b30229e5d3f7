import { expect, it } from 'vitest';
import { EVENT_KINDS } from '@quittance/domain/event-kind';
import { sampleLetters, sampleMailbox } from './sample-mailbox.ts';

it('tells each kind and its near-misses in at least 80 messages', () => {
  const letters = sampleLetters('2026-11-23');
  expect(letters.length).toBeGreaterThanOrEqual(80);
  expect(new Set(letters.map((letter) => letter.name)).size).toBe(letters.length);
  const kinds = new Set(letters.map((letter) => letter.kind));
  for (const kind of EVENT_KINDS) expect(kinds).toContain(kind);
  expect(letters.filter((letter) => letter.kind === 'other').length).toBeGreaterThanOrEqual(20);
});

it('gives the same bytes for the same day, in lines that mail servers take', () => {
  const once = sampleMailbox('2026-11-23');
  expect(sampleMailbox('2026-11-23')).toEqual(once);
  for (const { path, raw } of once) {
    const longest = Math.max(
      ...raw
        .toString('latin1')
        .split('\r\n')
        .map((line) => line.length),
    );
    expect(longest, path).toBeLessThanOrEqual(998);
    expect(raw.includes('\r\n\r\n'), path).toBe(true);
  }
});
