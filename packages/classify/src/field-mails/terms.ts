// Notice to be given and the last day of a minimum term, as contracts state them in nine languages: language, sentence, notice, last day. All sentences are
// invented; the day of each mail is 2 April 2026. Used by terms.test.ts.

export type TermCase = readonly [language: string, body: string, notice: string | null, minimumTermEndsOn: string | null];

export const TERMS: readonly TermCase[] = [
  [
    'en',
    "Your membership has a minimum term of 12 months, ending on 1 April 2027. After that you can leave with 30 days' notice.",
    'P30D',
    '2027-04-01',
  ],
  ['en', 'You are committed until 31 March 2027. Notice period: one month.', 'P1M', '2027-03-31'],
  ['en', 'To leave, give us at least two months’ notice in writing.', 'P2M', null],
  ['en', 'Minimum contract end date: 14 October 2027\nNotice required: 4 weeks', 'P4W', '2027-10-14'],
  ['fr', "Vous êtes engagé jusqu'au 31 mars 2027. Le préavis de résiliation est de deux mois.", 'P2M', '2027-03-31'],
  ['fr', "Fin de votre période d'engagement : 14/10/2027\nPréavis : 1 mois", 'P1M', '2027-10-14'],
  [
    'fr',
    "Votre engagement de 24 mois court jusqu'au 2 avril 2028 ; vous pouvez ensuite résilier en respectant un préavis de 10 jours.",
    'P10D',
    '2028-04-02',
  ],
  ['fr', 'La résiliation doit nous parvenir au moins trois mois avant la date d’échéance.', 'P3M', null],
  ['fr', 'Sans engagement, résiliable à tout moment moyennant un délai de préavis d’un mois.', 'P1M', null],
  ['de', 'Die Mindestvertragslaufzeit endet am 31.03.2027. Die Kündigungsfrist beträgt drei Monate zum Laufzeitende.', 'P3M', '2027-03-31'],
  ['de', 'Mindestlaufzeit bis 14. Oktober 2027, danach monatlich kündbar mit einer Frist von einem Monat.', 'P1M', '2027-10-14'],
  ['de', 'Sie können mit einer Frist von 14 Tagen kündigen.', 'P14D', null],
  ['de', 'Kündigungsfrist: 4 Wochen\nEnde der Mindestlaufzeit: 01.04.2028', 'P4W', '2028-04-01'],
  [
    'es',
    'Tienes un compromiso de permanencia hasta el 31 de marzo de 2027. Para darte de baja avísanos con un mes de antelación.',
    'P1M',
    '2027-03-31',
  ],
  ['es', 'Permanencia: 12 meses, finaliza el 1 de abril de 2027. Preaviso: 15 días.', 'P15D', '2027-04-01'],
  ['es', 'Puede cancelar con un preaviso de dos meses.', 'P2M', null],
  ['it', 'Il vincolo contrattuale scade il 31 marzo 2027. Il preavviso per la disdetta è di 30 giorni.', 'P30D', '2027-03-31'],
  ['it', 'Durata minima fino al 1 aprile 2028. Puoi disdire con un preavviso di due mesi.', 'P2M', '2028-04-01'],
  ['it', 'La disdetta va inviata almeno tre mesi prima della scadenza.', 'P3M', null],
  ['pt', 'O período de fidelização termina a 31 de março de 2027. Pré-aviso: 30 dias.', 'P30D', '2027-03-31'],
  ['pt', 'Tem fidelização até 1 de abril de 2028. Para rescindir, avise com a antecedência mínima de um mês.', 'P1M', '2028-04-01'],
  ['nl', 'De minimale looptijd eindigt op 31 maart 2027. Daarna geldt een opzegtermijn van één maand.', 'P1M', '2027-03-31'],
  ['nl', 'Je contract loopt minimaal tot 1 april 2028. Opzegtermijn: 4 weken.', 'P4W', '2028-04-01'],
  ['nl', 'Opzeggen kan met inachtneming van een opzegtermijn van twee maanden.', 'P2M', null],
  ['pl', 'Umowa zawarta na czas określony do 31 marca 2027 r. Okres wypowiedzenia wynosi 1 miesiąc.', 'P1M', '2027-03-31'],
  ['pl', 'Minimalny okres umowy kończy się 1 kwietnia 2028 r. Obowiązuje trzymiesięczny okres wypowiedzenia.', 'P3M', '2028-04-01'],
  ['pl', 'Umowę można rozwiązać z zachowaniem 30-dniowego okresu wypowiedzenia.', 'P30D', null],
  ['ja', '最低利用期間は2027年3月31日までです。解約は1か月前までにお申し出ください。', 'P1M', '2027-03-31'],
  ['ja', '契約期間の満了日（最低利用期間終了日）：2028年4月1日\n解約予告期間：30日', 'P30D', '2028-04-01'],
];
