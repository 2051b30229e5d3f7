import { expect, it } from 'vitest';
import { countedCharges, type ToldCharge } from './count-charges.ts';

const MAIL: ToldCharge = {
  subscriptionId: 'one',
  isBank: false,
  day: 0,
  bookedDay: 0,
  reach: null,
  currency: 'EUR',
  amountMinor: 999,
  plan: null,
  reference: null,
  biller: null,
  fromAddress: 'bills@example.org',
  fileId: null,
  account: null,
};
const LINE: ToldCharge = { ...MAIL, isBank: true, fromAddress: null, fileId: 1 };

const mail = (day: number, more: Partial<ToldCharge> = {}): ToldCharge => ({ ...MAIL, day, bookedDay: day, ...more });
const line = (day: number, more: Partial<ToldCharge> = {}): ToldCharge => ({ ...LINE, day, bookedDay: day, ...more });
const days = (...told: ToldCharge[]): string[] =>
  countedCharges(told.toSorted((a, b) => a.day - b.day)).map(({ day, isBank }) => `${isBank ? 'line' : 'mail'} ${day}`);

it('counts the first of two mails, and of a chain each that no counted one told before', () => {
  expect(days(mail(0), mail(2))).toEqual(['mail 0']);
  expect(days(mail(0), mail(2), mail(4), mail(6))).toEqual(['mail 0', 'mail 4']);
  expect(days(mail(0, { reference: '1' }), mail(1, { reference: '2' }))).toEqual(['mail 0', 'mail 1']);
  expect(days(mail(0, { plan: 'Pro' }), mail(1, { plan: 'pro' }), mail(1, { plan: 'Team' }))).toEqual(['mail 0', 'mail 1']);
  expect(days(mail(0, { reach: 0 }), mail(1, { reach: 0 }))).toEqual(['mail 0', 'mail 1']);
});

it('drops of mail and bank the line, once for each mail and whichever came first', () => {
  const weekly = [0, 7, 14, 21].flatMap((day) => [mail(day), line(day + 2)]);
  expect(days(...weekly)).toEqual(['mail 0', 'mail 7', 'mail 14', 'mail 21']);
  expect(days(line(0), mail(5))).toEqual(['mail 5']);
  expect(days(mail(0), line(2), line(3))).toEqual(['mail 0', 'line 3']);
  expect(days(mail(0), line(7))).toEqual(['mail 0', 'line 7']);
});

it('takes a line in another currency for the mail, when no other is booked in its own', () => {
  expect(days(mail(0, { currency: 'USD' }), line(3, { amountMinor: 912 }))).toEqual(['mail 0']);
  expect(days(mail(0), line(1, { currency: 'USD' }), line(2))).toEqual(['mail 0', 'line 1']);
  expect(days(mail(0), line(1, { amountMinor: 500 }))).toEqual(['mail 0', 'line 1']);
});

it('counts every line of one file, and none again that another export of the account repeats', () => {
  expect(days(line(0), line(0), line(0, { fileId: 2 }), line(0, { fileId: 2 }))).toEqual(['line 0', 'line 0']);
  expect(days(mail(0), line(2), line(2, { fileId: 2 }))).toEqual(['mail 0']);
  // One of them names the day of the card.
  expect(days(line(0, { bookedDay: 4 }), line(4, { fileId: 2 }))).toEqual(['line 0']);
  expect(days(line(0, { bookedDay: 4 }), line(4))).toEqual(['line 0', 'line 4']);
  expect(days(line(0, { bookedDay: 4 }), line(3, { fileId: 2 }))).toEqual(['line 0', 'line 3']);
});

it('counts the lines of two accounts that were charged on one day, and those of one account once in whatever form it is named', () => {
  const [own, joint] = ['FR7630006000011234567890189', 'FR7630006000019876543210122'];
  expect(days(line(0, { account: own }), line(0, { account: joint, fileId: 2 }))).toEqual(['line 0', 'line 0']);
  expect(days(line(0, { account: own }), line(0, { account: '30006/12345678901', fileId: 2 }))).toEqual(['line 0']);
  expect(days(line(0, { account: own }), line(0, { account: '', fileId: 2 }))).toEqual(['line 0']);
  expect(days(mail(0), line(1, { account: own }), line(1, { account: joint, fileId: 2 }))).toEqual(['mail 0', 'line 1']);
});

it('tells no charge twice of none or of another subscription', () => {
  expect(days(mail(0, { subscriptionId: null }), mail(0, { subscriptionId: null }))).toHaveLength(2);
  expect(days(mail(0), line(0, { subscriptionId: 'two' }))).toHaveLength(2);
});
