// Polish and Japanese: each kind said plainly, and the cancellation with each thing that must keep it from being certain.
import { buildMessage } from '@quittance/testing/message-builder';
import { describe, expect, it } from 'vitest';
import { classifyMessage } from '../classify-message.ts';

const read = (languageHint: string, subject: string, body: string) =>
  classifyMessage(buildMessage({ subject, body, text: { languageHint } }));

type Case = readonly [language: string, kind: string, subject: string, body: string];

const KINDS: readonly Case[] = [
  [
    'pl',
    'cancellation_confirmed',
    'Subskrypcja anulowana',
    'Twoja subskrypcja Lumen została anulowana. Możesz z niej korzystać do 3 maja 2026 r.',
  ],
  [
    'pl',
    'cancellation_confirmed',
    'Potwierdzenie rezygnacji',
    'Potwierdzamy rezygnację z Twojego abonamentu. Nie będziemy pobierać kolejnych opłat.',
  ],
  ['pl', 'cancellation_confirmed', 'Lumen', 'Anulowaliśmy Twoją subskrypcję zgodnie z prośbą. Nie pobierzemy już żadnych opłat.'],
  ['pl', 'cancellation_confirmed', 'Lumen', 'Automatyczne odnawianie zostało wyłączone. Dostęp zachowasz do 3 maja 2026 r.'],
  [
    'pl',
    'cancellation_requested',
    'Twoja rezygnacja',
    'Otrzymaliśmy prośbę o anulowanie Twojej subskrypcji. Rozpatrujemy ją i wkrótce się odezwiemy.',
  ],
  ['pl', 'renewal_notice', 'Zbliża się odnowienie', 'Twoja subskrypcja zostanie automatycznie odnowiona 3 maja 2026 r. za 29,99 zł.'],
  ['pl', 'renewal_charged', 'Faktura nr 12/2026', 'Dziękujemy za płatność. Pobraliśmy 29,99 zł za Twoją subskrypcję.'],
  ['pl', 'payment_failed', 'Płatność nie powiodła się', 'Nie udało się pobrać opłaty za Twój abonament. Zaktualizuj metodę płatności.'],
  ['pl', 'trial_ending', 'Okres próbny dobiega końca', 'Twój okres próbny kończy się 3 maja 2026 r.'],
  ['pl', 'trial_started', 'Zaczynamy', 'Twój bezpłatny okres próbny rozpoczął się dzisiaj.'],
  ['pl', 'price_change', 'Zmiana ceny', 'Cena Twojej subskrypcji wzrośnie z 29,99 zł do 34,99 zł od 1 czerwca 2026 r.'],
  ['pl', 'expired', 'Subskrypcja wygasła', 'Twoja subskrypcja wygasła 3 maja 2026 r.'],
  ['pl', 'refund', 'Zwrot środków', 'Zwróciliśmy 29,99 zł za Twoją subskrypcję.'],
  ['pl', 'signup', 'Witaj w Lumen Premium', 'Dziękujemy za wykupienie subskrypcji. Twój abonament jest już aktywny.'],
  ['pl', 'paused', 'Subskrypcja wstrzymana', 'Twoja subskrypcja została wstrzymana.'],
  ['pl', 'other', 'Wizyta odwołana', 'Twoja wizyta 3 maja została odwołana.'],
  ['pl', 'other', 'Newsletter', 'Zostałeś wypisany z naszego newslettera.'],
  [
    'ja',
    'cancellation_confirmed',
    '解約手続き完了のお知らせ',
    'プレミアムプランの解約手続きが完了しました。2026年6月3日までご利用いただけます。',
  ],
  [
    'ja',
    'cancellation_confirmed',
    'ルーメン',
    'お客様の定期購読は解約されました。今後料金が請求されることはありません。2026年6月3日までご利用いただけます。',
  ],
  [
    'ja',
    'cancellation_confirmed',
    '自動更新の停止',
    'サブスクリプションの自動更新を停止しました。有効期限は2026年6月3日です。2026年6月3日までご利用いただけます。',
  ],
  ['ja', 'cancellation_requested', '解約のお申し込み', '有料プランの解約のお申し込みを受け付けました。手続きの完了まで数日かかります。'],
  ['ja', 'renewal_notice', '更新のお知らせ', 'ご契約中のプレミアムプランは2026年6月3日に自動更新されます。次回請求額は1,980円(税込)です。'],
  ['ja', 'renewal_charged', '領収書', 'お支払いありがとうございます。プレミアムプランの料金1,980円のお支払いが完了しました。'],
  ['ja', 'payment_failed', 'お支払いに失敗しました', 'プレミアムプランの決済が失敗しました。お支払い方法を更新してください。'],
  ['ja', 'trial_ending', '無料トライアル終了のお知らせ', '無料トライアルは6月3日に終了します。'],
  ['ja', 'trial_started', '無料トライアルへようこそ', '無料トライアルが始まりました。期間は14日間です。'],
  ['ja', 'price_change', '料金改定のお知らせ', 'プレミアムプランの月額料金を980円から1,280円に改定いたします。'],
  ['ja', 'expired', '有効期限切れ', 'サブスクリプションの有効期限が切れました。'],
  ['ja', 'refund', '返金のお知らせ', 'プレミアムプランの料金1,980円を返金いたしました。'],
  ['ja', 'signup', 'ご登録ありがとうございます', 'プレミアムプランにご登録いただき、ありがとうございます。'],
  ['ja', 'paused', '休会手続き完了', '有料会員の休会が完了しました。'],
  ['ja', 'other', 'ご予約のキャンセル', 'ホテルのご予約をキャンセルいたしました。'],
  ['ja', 'other', 'メール配信停止', 'メールマガジンの登録を解除しました。'],
  ['ja', 'other', 'ご注文のキャンセル', 'ご注文番号4471のキャンセルを承りました。'],
];

it.each(KINDS)('reads %s %s: %s', (language, kind, subject, body) => {
  const found = read(language, subject, body);
  expect(found.kind).toBe(kind);
  expect(found.language).toBe(language);
});

const VOIDED: readonly (readonly [language: string, why: string, sentence: string])[] = [
  ['pl', 'condition', 'Jeśli Twoja subskrypcja została anulowana, zignoruj tę wiadomość.'],
  ['pl', 'condition behind', 'Twoja subskrypcja została anulowana tylko wtedy gdy otrzymasz drugą wiadomość.'],
  ['pl', 'negation', 'Twoja subskrypcja nie została anulowana.'],
  ['pl', 'negation before', 'To nie oznacza że Twoja subskrypcja została anulowana.'],
  ['pl', 'future', 'Twoja subskrypcja zostanie anulowana jeśli nie opłacisz faktury.'],
  ['pl', 'question', 'Czy Twoja subskrypcja została anulowana przez pomyłkę?'],
  ['pl', 'other noun', 'Twoja rezerwacja w planie podróży została anulowana.'],
  ['pl', 'part', 'Twój rabat na abonament został anulowany.'],
  ['pl', 'newsletter', 'Twoja subskrypcja newslettera została anulowana.'],
  ['pl', 'merchant side', 'Klient Jan Nowak zrezygnował z abonamentu w Twoim sklepie.'],
  ['pl', 'former', 'Twoja poprzednia subskrypcja została anulowana w zeszłym roku.'],
  ['pl', 'third party', 'Twoja subskrypcja została anulowana przez administratora dla jan@gdzieindziej.example.'],
  ['ja', 'condition', 'プレミアムプランの解約が完了しましたら、メールでお知らせします。'],
  ['ja', 'condition behind', 'プレミアムプランを解約しました場合は、このメールを破棄してください。'],
  ['ja', 'condition before', 'もしプレミアムプランが解約されましたときはご連絡ください。'],
  ['ja', 'negation', 'プレミアムプランの解約は完了していません。'],
  ['ja', 'negation of a passive', 'お客様の定期購読は解約されていません。'],
  ['ja', 'could not', 'プレミアムプランの解約ができませんでした。'],
  ['ja', 'future', 'お支払いがない場合、プレミアムプランは解約されます。'],
  ['ja', 'request', 'プレミアムプランの解約申請を受け付けいたしました。'],
  ['ja', 'question', 'プレミアムプランの解約が完了しましたか？'],
  ['ja', 'other noun', 'プラン相談会のご予約をキャンセルしました。'],
  ['ja', 'part', 'プレミアムプランの割引クーポンをキャンセルしました。'],
  ['ja', 'newsletter', 'メールマガジンの購読を解約しました。'],
  ['ja', 'merchant side', '購読者の田中さんがプレミアムプランを解約しました。'],
  ['ja', 'quotation', '件名「プレミアムプランの解約が完了しました」のメールにご注意ください。'],
  ['ja', 'how to', 'プレミアムプランを解約する方法をご案内します。'],
];

describe('is no certain cancellation', () => {
  it.each(VOIDED)('%s, %s: %s', (language, _why, sentence) => {
    const found = read(language, 'Lumen', sentence);
    expect(`${found.kind} ${found.decided}`).not.toBe('cancellation_confirmed auto');
    // And not even where the mail goes on like a confirmation.
    const more = read(
      language,
      'Lumen',
      `${sentence}\n${language === 'pl' ? 'Możesz korzystać do 3 maja 2026 r.' : '2026年6月3日までご利用いただけます。'}`,
    );
    expect(`${more.kind} ${more.decided}`).not.toBe('cancellation_confirmed auto');
  });
});

it('reads a Japanese sentence over a wrapped line, decomposed and in half-width kana', () => {
  const subject = '解約手続き完了のお知らせ';
  const sentence =
    'いつもご利用いただきありがとうございます。お客様がご契約中のプレミアムプランの\n解約手続きが完了しました。\n2026年6月3日までご利用いただけます。';
  for (const body of [sentence, sentence.normalize('NFD'), sentence.replace('プレミアムプラン', 'ﾌﾟﾚﾐｱﾑﾌﾟﾗﾝ')]) {
    const found = read('ja', subject, body);
    expect(`${found.kind} ${found.decided} ${found.endsOn}`).toBe('cancellation_confirmed auto 2026-06-03');
  }
});

it('tells the nine languages by subject and first lines', () => {
  const samples = {
    en: ['Your plan', 'Your subscription renews next week.'],
    fr: ['Votre formule', 'Votre abonnement sera renouvelé la semaine prochaine.'],
    de: ['Ihr Tarif', 'Ihr Abonnement verlängert sich nächste Woche.'],
    es: ['Tu plan', 'Tu suscripción se renovará la próxima semana.'],
    it: ['Il tuo piano', 'Il tuo abbonamento si rinnoverà la prossima settimana.'],
    pt: ['O seu plano', 'A sua assinatura será renovada na próxima semana.'],
    nl: ['Je pakket', 'Je abonnement wordt volgende week verlengd.'],
    pl: ['Twój plan', 'Twoja subskrypcja odnowi się w przyszłym tygodniu.'],
    ja: ['ご契約', 'プランは来週更新されます。'],
  };
  // What the template says of itself may be wrong.
  for (const [language, [subject, body]] of Object.entries(samples)) {
    expect(classifyMessage(buildMessage({ subject: subject!, body: body!, text: { languageHint: 'en' } })).language).toBe(language);
    expect(classifyMessage(buildMessage({ subject: subject!, body: body!, text: { languageHint: null } })).language).toBe(language);
  }
});
