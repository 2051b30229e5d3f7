// A forward as attachment: the inner message's text is put under the outer one's as a `forwarded` zone, with its own sender and date. What
// the outer writer says comes first, as a mail client shows it.
import type { Link, ParsedMessage, Zone } from '@quittance/domain/message';
import { LIMITS } from './limits.ts';

export function withEmbedded(outer: ParsedMessage, inner: ParsedMessage | null): ParsedMessage {
  if (inner === null || inner.text.body === '' || outer.forwarded !== null) return outer;
  const separator = outer.text.body === '' ? '' : '\n\n';
  const at = outer.text.body.length + separator.length;
  const body = (outer.text.body + separator + inner.text.body).slice(0, LIMITS.textCharsMax).toWellFormed();
  if (at >= body.length) return outer;
  const shift = (link: Link): Link => (link.start < 0 ? link : { ...link, start: link.start + at });
  return {
    ...outer,
    text: {
      ...outer.text,
      body,
      zones: [...stretched(outer.text.zones, at), ...innerZones(inner.text.zones, at, body.length)],
      rows: [...outer.text.rows, ...inner.text.rows].slice(0, LIMITS.rowsMax),
      links: [...outer.text.links, ...inner.text.links.map(shift)].slice(0, LIMITS.linksMax),
      hidden: `${outer.text.hidden}\n${inner.text.hidden}`.trim().slice(0, LIMITS.hiddenCharsMax).toWellFormed(),
      origin: outer.text.origin === 'none' ? inner.text.origin : outer.text.origin,
      languageHint: inner.text.languageHint ?? outer.text.languageHint,
    },
    forwarded: { from: inner.from, subject: inner.subject || null, sentAt: inner.sentAt, bodyStart: at },
    structuredData: [...outer.structuredData, ...inner.structuredData].slice(0, LIMITS.structuredItemsMax),
  };
}

/** The last outer zone takes the separator, so that there is no gap. */
function stretched(zones: readonly Zone[], end: number): Zone[] {
  const last = zones.at(-1);
  return last ? [...zones.slice(0, -1), { ...last, end }] : [];
}

function innerZones(zones: readonly Zone[], at: number, end: number): Zone[] {
  const footer = zones.at(-1)?.kind === 'footer' ? zones.at(-1)! : null;
  const cut = footer ? Math.min(footer.start + at, end) : end;
  const forwarded: Zone = { kind: 'forwarded', start: at, end: cut };
  return cut < end ? [forwarded, { kind: 'footer', start: cut, end }] : [forwarded];
}
