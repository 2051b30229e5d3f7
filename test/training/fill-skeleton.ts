// A skeleton with its choices drawn and its slots filled: one invented mail of one merchant, plan, price and time. Deterministic from the
// name it is given.
import { MERCHANTS } from '@quittance/classify/merchants/alias-table';
import { LOCALES, writeAmount, writeDate, type LocaleValues } from './locale-values.ts';
import type { Random } from './random.ts';
import type { Block, Skeleton } from './skeletons.ts';

export interface FilledMail {
  readonly sender: { readonly name: string; readonly address: string };
  readonly sentAt: Date;
  readonly subject: string;
  readonly preheader: string;
  readonly blocks: readonly Block[];
}

const SLOT = /\{([a-z_]+)\}/g;
const DAY = 86_400_000;

/** @throws an Error that names the skeleton for a slot that does not exist. */
export function fillSkeleton(skeleton: Skeleton, random: Random): FilledMail {
  const locale = LOCALES[skeleton.language];
  if (!locale) throw new Error(`${skeleton.name}: no values for the language ${skeleton.language}`);
  const merchant = drawMerchant(random);
  const sentAt = new Date(Date.UTC(2022 + random.between(0, 4), random.between(0, 11), random.between(1, 28), random.between(5, 21), 11));
  const slots = drawSlots(locale, merchant, sentAt, random);
  const fill = (text: string): string =>
    drawChoices(text, random).replace(SLOT, (_, slot: string) => {
      const value = slots.get(slot);
      if (value === undefined) throw new Error(`${skeleton.name}: there is no slot {${slot}}`);
      return value;
    });
  return {
    sender: { name: random.pick([merchant.name, merchant.name, `${merchant.name} Team`, '']), address: `no-reply@${merchant.domain}` },
    sentAt,
    subject: fill(skeleton.subject),
    preheader: fill(skeleton.preheader),
    blocks: skeleton.blocks.map(({ kind, lines }) => ({ kind, lines: lines.map(fill) })),
  };
}

/** `[[a|b|]]`: one of them. */
function drawChoices(text: string, random: Random): string {
  return text.replace(/\[\[(.*?)\]\]/g, (_, choices: string) => random.pick(choices.split('|')));
}

interface DrawnMerchant {
  readonly name: string;
  readonly domain: string;
  readonly plans: readonly string[];
}

const FIRST = 'Lum|Nor|Vel|Ast|Qui|Bri|Tal|Mer|Sol|Kin|Or|Pix|Fab|Cor|Zen|Hal'.split('|');
const LAST = 'ora|ivo|andi|eka|umi|ista|wave|cloud|box|fit|press|play|desk|line|io|ium'.split('|');

/** A known service or an invented one: what is learned must not hang on the name. */
function drawMerchant(random: Random): DrawnMerchant {
  const known = random.pick(MERCHANTS);
  const invented = `${random.pick(FIRST)}${random.pick(LAST)}`;
  if (random.chance(0.5) || known.domains.length === 0) {
    const name = random.pick([invented, `${invented} ${random.pick(['Media', 'Club', 'Studio', 'Energy', 'Online'])}`]);
    return { name, domain: `${invented.toLowerCase()}.example`, plans: [] };
  }
  return { name: known.name, domain: known.domains[0]!, plans: known.plans };
}

function drawSlots(locale: LocaleValues, merchant: DrawnMerchant, sentAt: Date, random: Random): Map<string, string> {
  const plans = merchant.plans.length > 1 ? merchant.plans : locale.plans;
  const form = random.pick(locale.dates);
  const day = (from: number, to: number): string => writeDate(locale, form, new Date(sentAt.getTime() + random.between(from, to) * DAY));
  const amountForm = random.pick(locale.amounts);
  const cents = random.pick([999, 1299, 499, 2000, 4900, 11988, 799, 1500, 5990, 129900]);
  const amount = (share: number): string => writeAmount(locale, amountForm, Math.round(cents * share), random);
  const digits = (count: number): string => Array.from({ length: count }, () => random.between(0, 9)).join('');
  const plan = random.pick(plans);
  return new Map([
    ['merchant', merchant.name],
    ['plan', plan],
    ['old_plan', random.pick(plans.filter((other) => other !== plan))],
    ['name', random.pick(locale.names)],
    ['amount', amount(1)],
    ['old_amount', amount(0.8)],
    ['tax', amount(0.2)],
    ['total', amount(1.2)],
    ['date', day(-3, 0)],
    ['renews_on', day(3, 40)],
    ['ends_on', day(1, 40)],
    ['charged_on', day(-2, 0)],
    ['trial_ends_on', day(2, 14)],
    ['notice_until', day(2, 30)],
    ['due_on', day(-5, 14)],
    ['period', random.pick(locale.periods)],
    ['reference', random.pick([digits(8), `SUB-${digits(6)}`, `${digits(3)}-${digits(5)}`])],
    ['invoice', random.pick([`INV-${digits(5)}`, digits(10), `F${digits(7)}`])],
    ['card', random.pick([`•••• ${digits(4)}`, `Visa ${digits(4)}`, `**** **** **** ${digits(4)}`])],
    ['email', random.pick(['camille@home.example', 'j.smith@mail.example'])],
    ['url', `https://${merchant.domain}/account/${digits(4)}`],
    ['support', random.pick([`support@${merchant.domain}`, `help@${merchant.domain}`])],
    ['seats', String(random.between(2, 40))],
    ['days', String(random.pick([2, 3, 5, 7, 10, 14, 30]))],
    ['store', random.pick(['Google Play', 'App Store', 'PayPal', 'Apple', 'Roku', 'Amazon'])],
  ]);
}
