// Finds the link by which a person manages or cancels the subscription. It is shown with its domain, never fetched; links that lead
// away from the sender's own domains are left out unless the merchant is known to own them.
import { getDomain } from 'tldts';
import type { MerchantRef } from '@quittance/domain/classification';
import { domainOf, type Link, type ParsedMessage } from '@quittance/domain/message';
import { foldText } from './fold-text.ts';

export interface ManageLink {
  readonly href: string;
  readonly text: string;
  readonly domain: string;
  readonly action: 'cancel' | 'manage';
}

const LINKS_MAX = 300;
const CANCEL =
  /\b(?:cancel|end|stop|terminate|resili\w+|annul\w+|kundig\w+|cancelar|darse de baja|disdi\w+|annulla|opzegg\w+|zrezygn\w+|anuluj)\b|解約/;
const MANAGE =
  /\b(?:manage|view|update|change|review)\b.{0,20}\b(?:subscription|membership|plan|billing|account|auto-?renew\w*|payment)\b|\b(?:gerer|modifier|consulter|voir)\b.{0,25}\b(?:abonnement|formule|offre|facturation|compte|paiement)\b|\bverwalten\b|\b(?:gestionar|administrar|gerenciar|gestisci|beheer|beheren|zarzadzaj)\b|管理/;
const PATH =
  /\/(?:subscriptions?|abonnements?|billing|memberships?|account\/(?:subscription|billing|plan)|settings\/(?:subscription|billing|plan)|cancel|resiliation|resilier)\b/i;
const NEWSLETTER = /\b(?:newsletter|unsubscribe|desinscri\w+|desabonn\w+ de (?:la|cette)|e-?mails?|preferences)\b/;

/** The best manage or cancel link, or null. */
export function findManageLink(message: ParsedMessage, merchant: MerchantRef | null): ManageLink | null {
  const sender = getDomain(domainOf((message.forwarded?.from ?? message.from).address));
  const own = new Set([...(merchant?.domains ?? []), ...(sender === null ? [] : [sender])]);
  let best: { link: ManageLink; score: number } | null = null;
  for (const link of message.text.links.slice(0, LINKS_MAX)) {
    const rated = rate(link, own);
    if (rated !== null && (best === null || rated.score > best.score)) best = rated;
  }
  return best?.link ?? null;
}

function rate(link: Link, own: ReadonlySet<string>): { link: ManageLink; score: number } | null {
  if (!URL.canParse(link.href)) return null;
  const url = new URL(link.href);
  if (url.protocol !== 'https:' || url.username !== '') return null;
  const domain = getDomain(url.hostname);
  if (domain === null || !own.has(domain)) return null;
  const text = foldText(link.text.slice(0, 200)).folded;
  if (NEWSLETTER.test(text)) return null;
  const isCancel = CANCEL.test(text);
  const score = (isCancel ? 4 : MANAGE.test(text) ? 3 : 0) + (PATH.test(url.pathname) ? 1 : 0);
  if (score === 0) return null;
  return { link: { href: link.href, text: link.text, domain: url.hostname, action: isCancel ? 'cancel' : 'manage' }, score };
}
