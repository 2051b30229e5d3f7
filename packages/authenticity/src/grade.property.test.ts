// Whatever is found about a message, its level comes with a reason, and every reason is one that has words in each language.
import { LEVEL_REASONS } from '@quittance/domain/authenticity';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { grade } from './grade.ts';
import { duplicateHeaders, uncoveredHeaders } from './hygiene.ts';

const FIELDS = 'From Sender Subject Date To Cc Reply-To Message-ID Content-Type MIME-Version Content-Transfer-Encoding'.split(' ');
const TWICE = Buffer.from(FIELDS.flatMap((name) => [`${name}: a`, `${name}: b`]).join('\r\n') + '\r\n\r\n');

const signature = fc.record({
  domain: fc.constantFrom('shop.example', 'other.example'),
  selector: fc.constant('s1'),
  result: fc.constantFrom('pass', 'fail', 'neutral', 'temperror', 'permerror'),
  aligned: fc.boolean(),
  keyBits: fc.constantFrom(null, 1024, 2048),
  signedAt: fc.constant(null),
  weaknesses: fc.subarray(['body_length', ...uncoveredHeaders(TWICE, []).map((name) => `uncovered_${name.replaceAll('-', '_')}`)]),
});
const outcome = fc.constantFrom('pass', 'fail', 'none');
const found = fc.record({
  signatures: fc.array(signature, { maxLength: 3 }),
  dmarc: fc.record({
    result: fc.constantFrom('pass', 'fail', 'none', 'temperror', 'invalid'),
    policy: fc.constantFrom(null, 'none', 'quarantine', 'reject'),
  }),
  arc: fc.option(fc.record({ result: fc.constantFrom('pass', 'fail'), sealer: fc.constant('google.com'), reports: outcome })),
  isSealedByProvider: fc.boolean(),
  duplicates: fc.subarray(duplicateHeaders(TWICE), { maxLength: 2 }),
  isHeaderTooLarge: fc.boolean(),
  reported: fc.record({ outcome, authservId: fc.constant(null), attributable: fc.boolean() }),
  addressed: fc.constantFrom(null, 'owner', 'other', 'unsigned'),
  knownSigners: fc.subarray(['shop.example']),
  suspicions: fc.subarray(['lookalike_domain', 'display_name_mismatch', 'mixed_script', 'hidden_characters'], { maxLength: 1 }),
  hoursSinceArrival: fc.constantFrom(0, 48, 1_000),
  isForwarded: fc.boolean(),
  keyArchive: fc.constantFrom(null, 'observed', 'supplied'),
  isOwnSent: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
});

it('gives a reason for every level, and none that is not known by name', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(found, (input) => {
      const { reasons } = grade(input);
      expect(reasons.length).toBeGreaterThan(0);
      for (const reason of reasons) seen.add(reason);
    }),
    { numRuns: 4_000, seed: 1 },
  );
  // `carried_over` is said of what another installation judged.
  expect([...seen, 'carried_over'].toSorted()).toEqual([...LEVEL_REASONS].toSorted());
});
