// Says who provides the service a message is about, and who bills when that is someone else (classify research §4). The registrable
// domain of the sender leads; intermediaries name the merchant in a slot of their templates; mail carriers are never the merchant.
// Signs of a dressed-up sender are reported as suspicions, they decide nothing here. Step 5 of classify-message.ts.
import type { MerchantRef, Reason } from '@quittance/domain/classification';
import type { ParsedMessage } from '@quittance/domain/message';
import { foldText } from './fold-text.ts';
import { findMerchantById, findMerchantsByDomain, nameKey } from './merchants/alias-table.ts';
import { cleanName } from './merchants/clean-name.ts';
import { ESP_DOMAINS, type Intermediary } from './merchants/intermediaries.ts';
import { refByName, toRef } from './merchants/merchant-refs.ts';
import type { Merchant } from './merchants/merchant.ts';
import { nameOfUnknown, type Named } from './merchants/name-unknown.ts';
import { readOwnName } from './merchants/own-name.ts';
import { findIntermediary, isPersonal, readDomain, readSender, replyDomain, type Sender } from './merchants/read-sender.ts';
import { readSlot, structuredSeller } from './merchants/read-slots.ts';
import { readSuspicions } from './merchants/read-suspicions.ts';

export type SenderClass = 'merchant' | 'intermediary' | 'esp' | 'personal' | 'unknown';

export interface DetectedMerchant {
  readonly merchant: MerchantRef | null;
  readonly biller: string | null;
  readonly reasons: readonly Reason[];
  /** `lookalike_domain`, `display_name_mismatch`, `mixed_script`. */
  readonly suspicions: readonly string[];
  readonly senderClass: SenderClass;
}

export function detectMerchant(message: ParsedMessage): DetectedMerchant {
  const sender = readSender(message.forwarded?.from ?? message.from);
  const suspicions = readSuspicions(message, sender);
  const intermediary = findIntermediary(sender);
  if (intermediary !== null) return { ...throughIntermediary(message, sender, intermediary), suspicions };
  if (sender.registrable === '') return { merchant: null, biller: null, reasons: [], suspicions, senderClass: 'unknown' };
  if (isPersonal(sender)) return { merchant: null, biller: null, reasons: [], suspicions, senderClass: 'personal' };
  if (ESP_DOMAINS.has(sender.publicDomain)) return { ...throughCarrier(message, sender), suspicions };
  return { ...directly(message, sender, suspicions), suspicions };
}

type Found = Omit<DetectedMerchant, 'suspicions'>;

function throughIntermediary(message: ParsedMessage, sender: Sender, intermediary: Intermediary): Found {
  const biller = intermediary.id;
  const slot = readSlot(message, intermediary.name, intermediary.isStore === true);
  const slotReason: Reason[] =
    slot === null
      ? []
      : [{ rule: slot.rule, quote: slot.name, field: 'merchant', zone: slot.zone, start: slot.start, end: slot.start + slot.name.length }];
  const own = findOwn(message, intermediary, slot?.name ?? null);
  if (own !== null) return { merchant: toRef(own.merchant), biller: null, reasons: [own.reason], senderClass: 'merchant' };
  const found = (merchant: MerchantRef, reasons: readonly Reason[]): Found => ({ merchant, biller, reasons, senderClass: 'intermediary' });

  const tenant = tenantOf(sender, intermediary);
  // "Acme via Google Play": who signs is surer than what stands in a row.
  if (slot?.rule === 'merchant.slot_item' && tenant !== null && isVia(sender))
    return found(refByName(tenant.name, replyDomain(message)), []);
  if (slot !== null) return found(refByName(slot.name, replyDomain(message) ?? tenant?.domain ?? null), slotReason);
  const seller = structuredSeller(message.structuredData);
  if (seller !== null) return found(refByName(seller, replyDomain(message)), []);
  if (tenant !== null) return found(refByName(tenant.name, replyDomain(message) ?? tenant.domain), []);
  return { merchant: null, biller, reasons: [], senderClass: 'intermediary' };
}

// Apple's and Google's own services, told by name: in the slot where there is one, else in subject and first lines.
function findOwn(message: ParsedMessage, intermediary: Intermediary, slot: string | null): { merchant: Merchant; reason: Reason } | null {
  if (intermediary.own.length === 0) return null;
  const start = message.forwarded?.bodyStart ?? 0;
  const lead = message.text.body.slice(start, start + 3000);
  const places = [
    { zone: 'subject' as const, text: foldText(message.subject), offset: 0 },
    { zone: 'body' as const, text: foldText(lead), offset: start },
  ];
  for (const { id, names } of intermediary.own) {
    const merchant = findMerchantById(id);
    if (merchant === null || (slot !== null && refByName(slot, null).id !== id && !names.test(foldText(slot).folded))) continue;
    for (const { zone, text, offset } of places) {
      const match = names.exec(text.folded);
      if (match === null) continue;
      const from = text.toOriginal(match.index);
      const to = text.toOriginal(match.index + match[0].length);
      const quote = text.original.slice(from, to);
      return { merchant, reason: { rule: 'merchant.own_service', quote, field: 'merchant', zone, start: from + offset, end: to + offset } };
    }
  }
  return null;
}

function isVia({ address }: Sender): boolean {
  return /\bvia\b/i.test(address.name);
}

// "Acme via Paddle <help@paddle.com>", "shop.myshopify.com": the tenant stands in the sender itself.
function tenantOf(sender: Sender, intermediary: Intermediary): { name: string; domain: string | null } | null {
  const domain = sender.registrable !== sender.publicDomain ? sender.registrable : null;
  const isOwn = nameKey(sender.name).startsWith(nameKey(intermediary.name));
  if (sender.name !== '' && !isOwn && (intermediary.tenantName || isVia(sender))) return { name: sender.name, domain };
  return domain === null ? null : { name: domain.split('.')[0]!, domain };
}

function throughCarrier(message: ParsedMessage, sender: Sender): Found {
  const domain = replyDomain(message);
  const known = domain === null ? [] : findMerchantsByDomain(domain);
  if (known.length > 0) return { merchant: toRef(known[0]!), biller: null, reasons: [], senderClass: 'esp' };
  if (domain !== null) {
    const named = nameOfUnknown(message, sentFrom(sender, domain));
    return { merchant: refByName(named.name, domain), biller: null, reasons: reasonsOf(named), senderClass: 'esp' };
  }
  const own = sender.name === '' ? readOwnName(message.subject, message.text.body) : null;
  const name = sender.name || own?.name || '';
  return { merchant: name === '' ? null : refByName(name, null), biller: null, reasons: [], senderClass: 'esp' };
}

function sentFrom(sender: Sender, domain: string): Sender {
  const { label } = readDomain(`x@${domain}`);
  return { ...sender, registrable: domain, label, name: cleanName(sender.address.name, label) };
}

// invoice+statements@acme.example, failed-payments+acct_1@…: Stripe's templates from the merchant's own domain.
const STRIPE_LOCAL = /^(?:invoices?|receipts?|failed-payments|upcoming-invoice)\+/;
const AMAZON_CHANNEL = /\bprime video channels?\b|\bchaines? prime video\b|\bprime video[- ]kanale?\b/;

function directly(message: ParsedMessage, sender: Sender, suspicions: readonly string[]): Found {
  const biller = STRIPE_LOCAL.test(sender.local) ? 'stripe' : null;
  const known = findMerchantsByDomain(sender.registrable);
  if (known.length > 0) {
    const channel = throughAmazonChannel(message, known);
    if (channel !== null) return channel;
    return { merchant: asSigned(pickOfHouse(message, sender, known), sender), biller, reasons: [], senderClass: 'merchant' };
  }
  const dressedUp = suspicions.includes('lookalike_domain') || suspicions.includes('display_name_mismatch');
  if (dressedUp) {
    const merchant = { id: sender.registrable, name: sender.registrable, domains: [sender.registrable] };
    return { merchant, biller, reasons: [], senderClass: 'unknown' };
  }
  const named = nameOfUnknown(message, sender);
  const merchant = { id: sender.registrable, name: named.name, domains: [sender.registrable] };
  return { merchant, biller, reasons: reasonsOf(named), senderClass: 'unknown' };
}

function reasonsOf({ told }: Named): Reason[] {
  if (told === null) return [];
  const { name, zone, start } = told;
  return [{ rule: 'merchant.own_name', quote: name, field: 'merchant', zone, start, end: start + name.length }];
}

// "Your subscription to Acme+ on Prime Video Channels", "Amazon Pay": Amazon bills for another house.
function throughAmazonChannel(message: ParsedMessage, known: readonly Merchant[]): Found | null {
  if (!known.some(({ id }) => id === 'amazon-prime' || id === 'prime-video')) return null;
  const isPay = /^amazon pay/i.test(message.from.name);
  if (!isPay && !AMAZON_CHANNEL.test(foldText(`${message.subject}\n${message.text.body.slice(0, 3000)}`).folded)) return null;
  const slot = readSlot(message, 'Amazon');
  if (slot === null || /prime/i.test(slot.name)) return null;
  const reason: Reason = {
    rule: slot.rule,
    quote: slot.name,
    field: 'merchant',
    zone: slot.zone,
    start: slot.start,
    end: slot.start + slot.name.length,
  };
  return { merchant: refByName(slot.name, null), biller: 'amazon', reasons: [reason], senderClass: 'intermediary' };
}

// Houses that send for several services from one domain: the service named in display name, subject or first lines.
const SIBLINGS: Readonly<Record<string, readonly string[]>> = {
  'amazon-prime': ['prime-video', 'audible', 'aws'],
  'microsoft-365': ['xbox', 'linkedin'],
  'google-one': ['youtube', 'google-workspace', 'nest', 'google-play-pass'],
  orange: ['sosh'],
  sfr: ['red-by-sfr'],
  playstation: [],
};

function pickOfHouse(message: ParsedMessage, sender: Sender, known: readonly Merchant[]): Merchant {
  const siblings = known.flatMap(({ id }) => SIBLINGS[id] ?? []).flatMap((id) => findMerchantById(id) ?? []);
  const candidates = [...siblings, ...known];
  if (candidates.length === 1) return candidates[0]!;
  for (const text of [sender.address.name, message.subject, message.text.body.slice(0, 600)]) {
    const key = ` ${nameKey(text)} `;
    const hit = candidates.find((each) => [each.name, ...each.aliases].some((name) => key.includes(` ${nameKey(name)} `)));
    if (hit !== undefined) return hit;
  }
  return known[0]!;
}

// Who signs as "ChatGPT" or "Telekom" goes by it, not by the house's name; "Netflix International" only says more of the same.
function asSigned(merchant: Merchant, { name }: Sender): MerchantRef {
  const key = nameKey(name);
  const isAlias = merchant.aliases.some((alias) => nameKey(alias) === key) || isLastWord(nameKey(merchant.name), key);
  return { ...toRef(merchant), name: isAlias ? name : merchant.name };
}

function isLastWord(whole: string, key: string): boolean {
  return key.length > 3 && whole.endsWith(` ${key}`);
}
