// `npm run bench:prefilter [-- --corpus DIR]`: what the first look of a backfill passes over and what it loses, on the sample mailbox or on a
// folder of labelled mails (messages/*.eml, labels.jsonl). Each mail once as it is and once as a mass mailer would send it.
import { parseArgs } from 'node:util';
import { LOOKS } from '@quittance/poller/glance-at-messages';
import { halfOf, readCorpus, readSample } from './accuracy-corpus.ts';
import { measurePrefilter } from './measure-prefilter.ts';

const { values } = parseArgs({ options: { corpus: { type: 'string' } } });
const mails = values.corpus ? await readCorpus(values.corpus) : readSample();

console.log(`${mails.length} mails\n`);
console.log('reading   sent as     notices  lost  95% up to   others  passed over');
for (const [reading, look] of Object.entries(LOOKS)) {
  for (const asBulk of [false, true]) {
    const figures = measurePrefilter(mails, { look, asBulk });
    const { notices, lost, others, passedOver } = figures;
    const row = [
      reading.padEnd(9),
      (asBulk ? 'mass mail' : 'is').padEnd(9),
      String(notices).padStart(9),
      String(lost.length).padStart(5),
      percent(upperBound(lost.length, notices)).padStart(10),
      String(others).padStart(8),
      percent(passedOver / others).padStart(12),
    ];
    console.log(row.join(' '));
    // Errors are read in one half only, so that the other stays a measure.
    for (const mail of lost)
      if (!values.corpus || halfOf(mail) === 'read') console.log(`  lost: ${mail.file} ${mail.language} ${mail.label}`);
  }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** Of the share, by Wilson's score interval. */
function upperBound(hits: number, of: number): number {
  const z = 1.96;
  const share = hits / of;
  const middle = share + z ** 2 / (2 * of);
  return (middle + z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))) / (1 + z ** 2 / of);
}
