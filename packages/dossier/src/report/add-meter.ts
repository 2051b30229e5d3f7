// The proof meter: which elements of a confirmation are in it, each with its words, and which are missing.
import type { ProofMeter } from '@quittance/domain/subscription';
import { dossierTexts } from '@quittance/i18n/dossier';
import type { Language } from '@quittance/i18n/language';
import { screenTexts } from '@quittance/i18n/screens';
import { isFirstNameOnly } from '@quittance/timeline/proof';
import { WIDTH, type Sheet } from './page.ts';
import { missingByLaw } from '../missing-by-law.ts';
import type { ReportData } from './report-data.ts';
import { quoted } from './quoted.ts';

const ELEMENTS: readonly (readonly [keyof ProofMeter, 'who' | 'contract' | 'received_at' | 'ends_on' | 'effects' | 'no_further_charge'])[] =
  [
    ['who', 'who'],
    ['contract', 'contract'],
    ['receivedAt', 'received_at'],
    ['endsOn', 'ends_on'],
    ['effects', 'effects'],
    ['noFurtherCharge', 'no_further_charge'],
  ];

export function addMeter(sheet: Sheet, { subscription, events, country }: ReportData, language: Language): void {
  if (!subscription.proof) return;
  const t = { ...dossierTexts(language).report.meter, law: dossierTexts(language).report.law };
  const names = screenTexts(language).subscription.meter;
  const { meter } = subscription.proof;
  sheet.heading(t.heading);
  sheet.table(
    [
      { heading: '', width: 18 },
      { heading: '', width: 150, font: 'bold' },
      { heading: '', width: WIDTH - 168 },
    ],
    ELEMENTS.map(([key, name]) => {
      const { present, quote } = meter[key];
      const weak = key === 'who' && isFirstNameOnly(quote) ? ` (${screenTexts(language).subscription.firstNameOnly})` : '';
      return [present ? '✓' : '–', names[name], present ? (quote ? quoted(quote, language, 220) : t.present) + weak : t.missing];
    }),
    9,
  );
  const confirmation = events.find((event) => event.id === subscription.proof?.eventId);
  const law = confirmation && missingByLaw(meter, country, confirmation.occurredAt.slice(0, 10), language);
  if (law) sheet.paragraph(capitalized(t.law(law.rule.citation[language], law.missing.join(', '))), { soft: true, size: 8.5 });
}

function capitalized(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}
