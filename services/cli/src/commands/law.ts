// `quittance law`: the rules of the person's country, each with its article. Needs no mail; information, not legal advice.
import { lawJson, type LawJson } from '@quittance/contract/law-json';
import { civilDateOf } from '@quittance/domain/civil-date';
import { PermanentError } from '@quittance/domain/errors';
import { lawTexts } from '@quittance/i18n/law';
import { readUserSettings } from '@quittance/store/user-settings';
import type { Context } from '../context.ts';
import { withJson } from '../json-example.ts';
import { emit } from '../output.ts';
import type { Register } from '../program.ts';

const EXAMPLE: LawJson = {
  country: { id: 'fr', name: 'France' },
  items: [
    {
      id: 'fr.l215-1-1',
      situation: 'cancellation_confirmation',
      citation: 'French Consumer Code, article L215-1-1',
      source: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006069565/',
      in_force: true,
      since: '2023-06-01',
      expected: null,
      says: 'When you notify a cancellation, the trader confirms its receipt …',
      otherwise: null,
      requires: [{ element: 'ends_on', text: 'the date on which the contract ends' }],
    },
  ],
};

export const register: Register = (program, handle) => {
  const command = program
    .command('law')
    .description('what the law of a country gives a subscriber (information, not legal advice)')
    .option('--country <country>', 'FR, DE, GB, US-CA …; the person’s own when not given')
    .action(handle(law));
  withJson(command, EXAMPLE);
};

async function law(context: Context, options: { country?: string }): Promise<void> {
  const country = options.country?.toUpperCase() ?? (await ownCountry(context));
  if (country !== null && !/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/.test(country)) {
    throw new PermanentError(
      'usage',
      `"${options.country}" is not a country: write two letters (FR), with a region where its law differs (US-CA).`,
    );
  }
  const document = lawJson(country, civilDateOf(context.clock.now()), context.language);
  const t = lawTexts(context.language);
  emit(context, document, () =>
    document.country === null
      ? country === null
        ? t.noCountry
        : t.noPack
      : [t.lead(document.country.name), ...document.items.map((rule) => paragraph(rule, t))].join('\n\n'),
  );
}

async function ownCountry(context: Context): Promise<string | null> {
  const { db } = await context.store();
  const person = await context.person();
  return (await readUserSettings(db, person.id)).country;
}

function paragraph(rule: LawJson['items'][number], t: ReturnType<typeof lawTexts>): string {
  const standing = rule.in_force ? t.since(rule.since ?? '') : t.expected(rule.expected ?? rule.since ?? '');
  return [`${rule.citation} (${rule.id})`, `  ${rule.says}`, rule.otherwise && `  ${t.otherwise} ${rule.otherwise}`, `  ${standing}`]
    .filter(Boolean)
    .join('\n');
}
