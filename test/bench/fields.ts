// How well fields are read when the kind of each mail is given: npm run bench:fields [-- --update]. Apart from the kind's own mistakes, so that the
// extractors are measured alone. `--update` writes the counts that must not get worse (test/corpus/fields.json).
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CORPORA } from './corpora.ts';
import { countFields, FIELDS_FILE, type FieldCounts } from './read-fields.ts';

const { values: options } = parseArgs({ options: { update: { type: 'boolean', default: false } } });

const counts: Record<string, FieldCounts> = {};
for (const { name, folder } of CORPORA) {
  if (existsSync(join(folder, 'labels.jsonl'))) counts[name] = await countFields(folder);
  else if (options.update) throw new Error(`${folder} is not here: its counts would be lost.`);
}

for (const [name, fields] of Object.entries(counts)) {
  const shares = Object.entries(fields).map(([field, { hits, of }]) => `${field} ${(hits / of).toFixed(3)} (${hits} of ${of})`);
  console.log(`${name}: ${shares.join(' · ')}`);
}
if (options.update) writeFileSync(FIELDS_FILE, `${JSON.stringify(counts, null, 2)}\n`);
