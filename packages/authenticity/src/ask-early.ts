// DNS questions whose answers will be wanted, asked all at once. DMARC walks from the From domain up to its last label (RFC 9989 §4.10), one question after
// the other, and after those for the keys: four or five times the way to a resolver and back, while a mail that has just come waits for its alert.
import type { ResolveTxt } from './record-dns.ts';

/** A longer name is not walked label by label. */
const LABELS_MAX = 7;
/** Other names are looked up in another spelling, or not at all. */
const PLAIN_NAME = /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+$/;

/** The names under which the policy of this domain may stand; none where it is not told by the domain alone. */
export function dmarcNames(domain: string): string[] {
  const labels = domain.toLowerCase().split('.');
  if (!PLAIN_NAME.test(domain.toLowerCase()) || labels.length > LABELS_MAX) return [];
  return labels.map((_, at) => `_dmarc.${labels.slice(at).join('.')}`);
}

/** The same resolver, with the questions for `names` on their way. What nobody asks for is never looked at, whether it is an answer or a failure. */
export function askEarly(resolveTxt: ResolveTxt, names: readonly string[]): ResolveTxt {
  const early = new Map(names.map((name) => [name, resolveTxt(name)]));
  for (const answer of early.values()) answer.catch(() => {});
  return (name) => early.get(name) ?? resolveTxt(name);
}
