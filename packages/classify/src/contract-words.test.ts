import { buildMessage } from '@quittance/testing/message-builder';
import { expect, it } from 'vitest';
import { classifyMessage } from './classify-message.ts';
import { namesForeignContract } from './contract-words.ts';

const of = (body: string) => buildMessage({ subject: '', body });

it('knows the words for a contract that runs on, however they end', () => {
  const mails = [
    'Dit abonnement fornyes den 3. marts',
    'Din prenumeration förnyas snart',
    'Vaše předplatné brzy vyprší',
    'Az előfizetése hamarosan megújul',
    'Ваша подписка продлена',
    'Термін дії вашої підписки',
    'Η συνδρομή σας ανανεώθηκε',
    'Aboneliğiniz yenilendi',
    'המנוי שלך יתחדש',
    '구독이 갱신되었습니다',
    '您的会员已续费',
    'Gói thành viên của bạn',
  ];
  expect(mails.filter((mail) => !namesForeignContract(of(mail)))).toEqual([]);
});

it('takes the words of a shop for none', () => {
  const mails = [
    'Din ordre er afsendt, tak for din betaling',
    'Vaše objednávka byla odeslána',
    'Ваш заказ оплачен',
    'Tilauksesi on lähetetty',
    '',
  ];
  expect(mails.filter((mail) => namesForeignContract(of(mail)))).toEqual([]);
});

it('leaves such a mail open, where the words of no language it knows would put it aside', () => {
  const left = classifyMessage(
    of('Hej Anna,\n\nVi skriver til dig, fordi dit abonnement er udløbet i går. Venlig hilsen fra os alle i huset.'),
  );
  expect(left).toMatchObject({ decided: 'abstain' });
  const shop = classifyMessage(of('Hej Anna,\n\nVi skriver til dig, fordi din ordre er sendt i går. Venlig hilsen fra os alle i huset.'));
  expect(shop).toMatchObject({ kind: 'other', decided: 'auto' });
});

it('asks about a refused payment in such a language, whatever it was for', () => {
  const refused = [
    'Hej Anna,\n\nVi kunne desværre ikke trække din betaling på 99 kr. Betalingen blev afvist af banken. Opdater venligst dit kort, så prøver vi igen i morgen.',
    'Здравствуйте, Анна!\n\nНе удалось списать оплату 299 руб. с вашей карты: платёж отклонён банком. Обновите данные карты, и мы повторим попытку завтра.',
  ];
  for (const body of refused) expect(classifyMessage(of(body))).toMatchObject({ kind: 'payment_failed', decided: 'probable' });
  const reset = classifyMessage(of('Hej Anna,\n\nNogen har bedt om en ny adgangskode til din konto. Klik på linket, hvis det var dig.'));
  expect(reset).toMatchObject({ kind: 'other', decided: 'auto' });
});
