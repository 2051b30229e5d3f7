// What the first look lets through and what it passes over. The measurement on whole corpora is test/corpus/prefilter.test.ts.
import { describe, expect, it } from 'vitest';
import type { PeekedMessage } from '@quittance/domain/peeked-message';
import { LEXICONS } from '../frames/lexicons.ts';
import { glance } from './pass-over.ts';
import { foldCodes } from './plain-fold.ts';
import { StemScanner } from './stem-scanner.ts';

const peek = (text: string, rest: Partial<PeekedMessage> = {}): PeekedMessage => ({
  subject: '',
  isBulk: false,
  isOwnAlert: false,
  isOpaque: false,
  hasDocument: false,
  isComplete: true,
  text,
  ...rest,
});

/** Of a letter that was cut, so much must be seen. */
const LETTER_CHARS = 700;
const look = (message: PeekedMessage) => glance(message, LETTER_CHARS);

const NOTICES: readonly [string, string][] = [
  ['en', 'Your subscription to the Herald will renew on 3 March.'],
  ['en', 'We have received your request to cancel. You will lose access on Friday.'],
  ['fr', 'Votre résiliation est bien prise en compte et sera effective le 3 mars.'],
  ['fr', "Votre période d'essai prend fin dans trois jours."],
  ['de', 'Ihre Kündigung ist bei uns eingegangen, der Vertrag endet am 31. Mai.'],
  ['de', 'Dein Jahresabo verlängert sich in Kürze.'],
  ['es', 'Tu suscripción se renovará el 3 de marzo por 9,99 €.'],
  ['it', 'Il tuo abbonamento è stato disdetto e resterà valido fino al 3 marzo.'],
  ['pt', 'A sua assinatura foi cancelada.'],
  ['nl', 'Je proefperiode loopt af, daarna betaal je per maand.'],
  ['pl', 'Twoja subskrypcja została anulowana i wygaśnie 3 marca.'],
  ['ja', 'ご利用プランの自動更新のお知らせです。'],
];

/** An end in words of its own: no contract, no cancelling, no money is named. Of newsletters, this is asked of the subject alone. */
const PARTINGS: readonly [string, string][] = [
  ['en', 'Your mooring has been given up and the berth goes to the next boat. Everything on it was handed back in May.'],
  ['fr', 'Votre ligne a été retirée de notre réseau ce matin, comme vous le souhaitiez. Vous n’êtes plus client chez nous.'],
  ['de', 'Ihr Anschluss wurde wie gewünscht stillgelegt, Sie sind bei uns nicht mehr gemeldet. Das Fach im Keller ist geräumt.'],
  ['es', 'Desde hoy ya no figura usted en nuestro reparto, tal como pidió. La última caja llegó el lunes.'],
  ['it', 'La linea è stata staccata e la sua posizione risulta chiusa presso di noi. Il furgone non passerà il martedì.'],
  ['pt', 'Como pediu, a linha que tinha em sua casa deixou de funcionar hoje e o seu nome já não está na nossa lista.'],
  ['nl', 'Zoals je wilde komt de krant vanaf maandag niet meer. De bezorger weet het en slaat jullie deur over.'],
  ['pl', 'Od dzisiaj nie jest już Pan na naszej liście. Skrytka została zamknięta, a klucz wrócił do nas.'],
  ['ja', 'お申し出のとおり、今週から配達をやめました。鍵は返却されました。'],
];

const CHAT: readonly [string, string][] = [
  ['en', 'We walked along the river with the dogs and then your sister called and told us about the garden. It was good to see them.'],
  ['fr', "Nous avons passé le dimanche avec les enfants dans le jardin, et les voisins sont partis. J'espère que tout va bien chez vous."],
  ['de', 'Wir haben am Samstag im Garten gegrillt und die Kinder sind spät ins Bett gegangen. Ich melde mich nach der Reise bei euch.'],
  ['es', 'El domingo fuimos con los niños a la playa y hacía un día precioso. Cuando puedas me llamas y te lo cuento todo.'],
  ['it', 'Domenica siamo andati al mare con i bambini e la giornata era bellissima. Quando puoi mi chiami e ti racconto tutto.'],
  ['pt', 'No domingo fomos com as crianças ao parque e o dia estava lindo. Quando puder me liga que eu conto tudo para você.'],
  [
    'nl',
    'Zondag zijn we met de kinderen naar het strand geweest en het was een prachtige dag. Bel me als je tijd hebt, dan hoor je alles.',
  ],
  ['pl', 'W niedzielę byliśmy z dziećmi nad jeziorem i było naprawdę pięknie. Zadzwoń, jeśli masz czas, to opowiem ci, jak było.'],
  ['ja', '日曜日に子どもたちと海へ行きました。とても楽しかったです。また会えるのを待っています。'],
];

/** Nobody here knows their words for a subscription. */
const UNKNOWN: readonly [string, string][] = [
  ['sv', 'Vi gick en lång promenad längs floden med hundarna, och sedan ringde din syster och berättade allt om trädgården.'],
  ['da', 'Vi gik en lang tur langs åen med hundene, og så ringede din søster og fortalte os alt om haven og børnene.'],
  ['cs', 'V neděli jsme byli s dětmi u řeky a bylo tam opravdu krásně. Zavolej mi, až budeš mít čas, a všechno ti povím.'],
  ['hu', 'Vasárnap a gyerekekkel a folyónál voltunk, és nagyon szép nap volt. Hívj fel, ha van időd, és mindent elmesélek.'],
  ['tr', 'Pazar günü çocuklarla nehir kenarındaydık ve hava çok güzeldi. Vaktin olunca beni ara, sana her şeyi anlatayım.'],
  ['fi', 'Kävimme sunnuntaina lasten kanssa joella ja sää oli todella kaunis. Soita minulle, kun sinulla on aikaa, niin kerron kaiken.'],
  ['ru', 'В воскресенье мы гуляли с детьми у реки, и погода была чудесной. Позвони мне, когда будет время.'],
  ['el', 'Την Κυριακή πήγαμε με τα παιδιά στο ποτάμι και ο καιρός ήταν υπέροχος. Πάρε με όταν μπορείς.'],
  ['ko', '일요일에 아이들과 강가에 갔는데 날씨가 정말 좋았어요. 시간 날 때 전화해 주세요.'],
  ['zh', '星期天我们和孩子们去了河边，天气非常好。有空的时候给我打电话，我把一切都告诉你。'],
];

describe('glance', () => {
  it.each(NOTICES)('reads a notice (%s): %s', (_language, text) => {
    expect(look(peek(text))).toBe('read');
    expect(look(peek(text, { isBulk: true }))).toBe('read');
    expect(look(peek('', { subject: text }))).toBe('read');
  });

  it.each(PARTINGS)('reads a letter that takes leave in words of its own (%s): %s', (_language, text) => {
    expect(look(peek(text))).toBe('read');
    expect(look(peek(text, { isBulk: true }))).toBe('pass');
    expect(look(peek('', { subject: text, isBulk: true }))).toBe('read');
  });

  it.each(CHAT)('passes over what is none (%s): %s', (_language, text) => {
    expect(look(peek(text))).toBe('pass');
    expect(look(peek(text, { isBulk: true }))).toBe('pass');
  });

  it.each(UNKNOWN)('reads what it does not understand (%s): %s', (_language, text) => {
    expect(look(peek(text))).toBe('read');
    expect(look(peek(text, { isBulk: true }))).toBe('read');
  });

  it('is not fooled by invisible characters or accents in pieces', () => {
    expect(look(peek(`${CHAT[0]![1]} Your sub\u200bscrip\u00adtion is over.`))).toBe('read');
    expect(look(peek(`${CHAT[1]![1]} Votre re\u0301siliation est faite.`))).toBe('read');
  });

  it('does not take the way out of a newsletter for news of a contract', () => {
    const newsletter = `${CHAT[0]![1].repeat(8)} You can unsubscribe at any time.`;
    expect(look(peek(newsletter, { isBulk: true }))).toBe('pass');
    expect(look(peek(`${newsletter} Your membership ends and your card will be charged.`, { isBulk: true }))).toBe('read');
  });

  it('looks again where it saw too little, and reads what stays dark', () => {
    expect(look(peek('Hello', { isComplete: false }))).toBe('unclear');
    const text = CHAT[0]![1].repeat(5);
    expect([text.length > 400, text.length < LETTER_CHARS]).toEqual([true, true]);
    expect(look(peek(text, { isComplete: false }))).toBe('unclear');
    expect(look(peek(text, { isComplete: false, isBulk: true }))).toBe('pass');
    expect(look(peek(text.repeat(2), { isComplete: false }))).toBe('pass');
    expect(look(peek(''))).toBe('read');
    expect(look(peek('see the attached file', { hasDocument: true }))).toBe('read');
    expect(look(peek('the message could not be delivered', { isOpaque: true }))).toBe('read');
    expect(look(peek('Your subscription', { isOwnAlert: true }))).toBe('pass');
  });

  it('is linear in what it reads', () => {
    const costOf = (text: string): number => {
      const started = process.cpuUsage();
      for (let n = 0; n < 5; n += 1) look(peek(text, { isBulk: true }));
      const { user, system } = process.cpuUsage(started);
      return user + system;
    };
    for (const piece of ['ab', '1,', '1 ', 'abo', '@', 'a@', 'http:', '\u200b', 'é']) {
      const small = costOf(piece.repeat(2_000));
      expect(costOf(piece.repeat(16_000)), piece).toBeLessThan(Math.max(small, 3_000) * 30);
    }
  });
});

/** Too general to let a mail through by themselves; what they speak of has a word of its own. */
const TOO_GENERAL =
  /^(end|stop|fin|terminare|offre|card|carta|carte|rib|recu|test|suprimida|negad[oa]|refuse|informations bancaires|en echec|infructueux|bounced|rejected|returned|failed|has failed|fallado|fallo|devuelto|devolvido|falhado|gescheitert|ruckgangig|experimentacao|avaliacao gratis|sin exito|sem sucesso|zuruckgewiesen|パス$)/;

it('knows the words by which the classifier tells contracts, cancellations and trials', () => {
  const classes = ['firm', 'contract', 'cancel', 'cancelled', 'cancellation', 'hardcancellation', 'autorenew', 'trial', 'pay', 'receipt'];
  const missing = Object.values(LEXICONS).flatMap((lexicon) =>
    classes.flatMap((name) =>
      (lexicon.classes[name] ?? '')
        .split(/[,\n]/)
        .map((phrase) => phrase.trim().replaceAll('*', ''))
        .filter((phrase) => phrase !== '' && !phrase.includes('{') && !TOO_GENERAL.test(phrase))
        .filter((phrase) => !hasSign(phrase))
        .map((phrase) => `${lexicon.language} ${name}: ${phrase}`),
    ),
  );
  expect(hasSign('weather')).toBe(false);
  expect(missing).toEqual([]);
});

/** A sign in the subject is what tells; the language alone must not. */
function hasSign(phrase: string): boolean {
  return look(peek(CHAT[0]![1], { subject: phrase })) === 'read';
}

describe('StemScanner', () => {
  const found = (stems: readonly string[], text: string): string[] => {
    const scanner = new StemScanner<string>();
    for (const stem of stems) scanner.add(stem, stem);
    const hits: string[] = [];
    scanner.scan(foldCodes(text), (stem, at) => {
      hits.push(`${stem}@${at}`);
      return false;
    });
    return hits;
  };

  it('finds stems anywhere, and those with an edge only there', () => {
    expect(found(['abonn'], 'Jahresabonnement')).toEqual(['abonn@6']);
    expect(found(['_don_'], 'un don, pardon, donner')).toEqual(['_don_@3']);
    expect(found(['abo_'], 'Probeabo about')).toEqual(['abo_@5']);
    expect(found(['free_month'], 'a free\n  month')).toEqual(['free_month@2']);
    expect(found(['解約', '更新'], '解約のお知らせ更新')).toEqual(['解約@0', '更新@7']);
    expect(found(['abc'], 'ab')).toEqual([]);
  });
});
