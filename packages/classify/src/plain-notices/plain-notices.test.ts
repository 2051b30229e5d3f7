// The commonest ways in which anything is told, of a sender that nobody knows: each must be read as what it says, and what is about no contract as that.
import { buildMessage } from '@quittance/testing/message-builder';
import { describe, expect, it } from 'vitest';
import { classifyMessage } from '../classify-message.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it as italian } from './it.ts';
import { ja } from './ja.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';

describe.each(Object.entries({ de, en, es, fr, it: italian, ja, nl, pl, pt }))('%s', (_language, notices) => {
  it.each(notices)('%s: %s | %s', (kind, subject, text) => {
    const from = { address: 'hello@acme.example', name: 'Acme' };
    const read = classifyMessage(buildMessage({ subject, body: text, from, sentAt: '2026-03-03T10:00:00.000Z' }));
    expect([read.kind, read.decided === 'abstain' && kind !== 'other']).toEqual([kind, false]);
  });
});
