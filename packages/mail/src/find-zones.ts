// Divides the visible text: the writer's own words, quoted replies, the forwarded message, the legal and unsubscribe lines at the end. The
// zones cover the text in order, without gaps; only what is surely not the writer's own leaves `body`.
import type { Zone } from '@quittance/domain/message';
import { splitLines, type Line } from './text-lines.ts';

export interface ZoneHints {
  /** Where an inner mail starts, and whether it is passed on or answered. */
  readonly inner: { readonly kind: 'forwarded' | 'quoted'; readonly start: number } | null;
  /** Quotes the HTML declared. */
  readonly quotes: readonly { readonly start: number; readonly end: number }[];
  readonly isReply: boolean;
}

export function findZones(body: string, hints: ZoneHints): Zone[] {
  const innerStart = hints.inner?.start ?? body.length;
  const ranges = mergeRanges([...declaredQuotes(body, hints, innerStart), ...markedQuotes(body.slice(0, innerStart), hints.isReply)]);
  const zones: Zone[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    if (start > at) zones.push({ kind: 'body', start: at, end: start });
    zones.push({ kind: 'quoted', start, end });
    at = end;
  }
  if (innerStart > at) zones.push({ kind: 'body', start: at, end: innerStart });
  if (hints.inner && innerStart < body.length) zones.push({ kind: hints.inner.kind, start: innerStart, end: body.length });
  return withFooter(body, zones);
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: { start: number; end: number }[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else if (range.end > range.start) merged.push({ ...range });
  }
  return merged;
}

const INTRO_START = /^[>\s]{0,10}(?:(?:on|le|am|el|il|op|em|w dniu|dnia|den)\s|\d{4}[年/-])/iu;
const INTRO_END =
  /(?:wrote|a écrit|schrieb|escribió|ha scritto|schreef|geschreven|escreveu|napisała?|napisał\(a\)|skrev|写道|のメール|@[^\s@]{3,100}>)[^:：\n]{0,120}[:：]\s*$/iu;

/** "On Monday … wrote:", on one to three lines. @returns the index after it, or 0. */
function introAt(lines: readonly Line[], at: number): number {
  if (!INTRO_START.test(lines[at]!.text.slice(0, 40))) return 0;
  let text = '';
  for (let i = at; i < Math.min(at + 3, lines.length); i++) {
    text += ` ${lines[i]!.text}`;
    if (text.length > 400) return 0;
    if (INTRO_END.test(text) && /\d/.test(text)) return i + 1;
  }
  return 0;
}

function declaredQuotes(body: string, hints: ZoneHints, until: number): Range[] {
  return hints.quotes
    .filter(({ start }) => start < until)
    .map(({ start, end }) => {
      // The text's first character after a block is a line break.
      const from = body[start] === '\n' ? start + 1 : start;
      const above = body.lastIndexOf('\n', from - 2) + 1;
      const hasIntro = from > 1 && introAt(splitLines(body, above, from - 1), 0) > 0;
      return { start: hasIntro ? above : from, end: Math.min(body[end] === '\n' ? end + 1 : end, until) };
    });
}

// Quotes marked by `>` or by an introduction. Without an introduction or a reply, a few lines with `>` are arrows of a newsletter.
function markedQuotes(text: string, isReply: boolean): Range[] {
  const lines = splitLines(text);
  const ranges: Range[] = [];
  for (let i = 0; i < lines.length; i++) {
    const afterIntro = introAt(lines, i);
    const first = afterIntro || i;
    if (!afterIntro && !isMarked(lines[i]!)) continue;
    let last = first;
    while (last < lines.length && (isMarked(lines[last]!) || (lines[last]!.text.trim() === '' && nextIsMarked(lines, last)))) last++;
    const marked = last - first;
    if (afterIntro && marked === 0) {
      ranges.push({ start: lines[i]!.start, end: text.length });
      return ranges;
    }
    if (afterIntro || marked >= 3 || isReply) ranges.push({ start: lines[i]!.start, end: lines[last]?.start ?? text.length });
    i = Math.max(i, last - 1);
  }
  return ranges;
}

function isMarked(line: Line): boolean {
  return line.text.startsWith('>');
}

function nextIsMarked(lines: readonly Line[], at: number): boolean {
  return [1, 2].some((step) => lines[at + step] !== undefined && isMarked(lines[at + step]!));
}

const FOOTER_LINE = new RegExp(
  [
    String.raw`\bunsubscrib(?:e|ing)\b|manage (?:your )?(?:email|e-mail|notification|communication) (?:preferences|settings)|email preferences|opt[ -]out|view (?:this email )?in (?:your )?browser`,
    String.raw`you(?:'re| are)? (?:are )?receiv(?:ing|ed) this (?:e-?mail|message)|this (?:e-?mail|message) was sent|all rights reserved|do not reply to this`,
    String.raw`désabonn(?:er|ez)|désinscri(?:re|vez)|lien de désinscription|vous recevez (?:cet?|ce) (?:e-?mail|message|courriel)|cet? (?:e-?mail|message|courriel) (?:a été|vous a été|est) envoyé|mentions légales|tous droits réservés|voir (?:cet e-?mail|la version|dans) .{0,20}(?:en ligne|navigateur)`,
    String.raw`abmelden|abbestellen|impressum|alle rechte vorbehalten|diese e-?mail wurde|handelsregister|amtsgericht`,
    String.raw`darse? de baja de (?:esta|nuestra)|todos los derechos|aviso legal|annulla (?:l')?iscrizione|disiscriv|tutti i diritti riservati|todos os direitos|afmelden|uitschrijven|wypisz się|wszelkie prawa zastrzeżone|配信停止`,
    String.raw`^\W{0,3}(?:©|\(c\)|copyright)|©\s?\d{4}`,
  ].join('|'),
  'iu',
);
// Words that stand in sentences of the message too ("under our terms you keep access until …"): a footer only where they are the line.
const SHORT_FOOTER_LINE = new RegExp(
  [
    String.raw`privacy (?:policy|statement|notice)|terms (?:of (?:service|use|sale)|and conditions|& conditions)|politique de confidentialité|conditions générales|ne pas répondre|\bRCS\b|\bSIRET\b|données personnelles`,
    String.raw`datenschutz|\bAGB\b|geschäftsführer|política de privacidad|informativa sulla privacy|privacyverklaring|polityka prywatności|プライバシーポリシー`,
  ].join('|'),
  'iu',
);
const SHORT_LINE_MAX = 90;
const SIGNATURE_LINE = /^-- ?$/;
const FOOTER_LINES_MAX = 60;
const FOOTER_GAP_MAX = 2;

/** Cuts the footer off the last zone when that holds somebody's own words. */
function withFooter(body: string, zones: readonly Zone[]): Zone[] {
  const last = zones.at(-1);
  if (!last || (last.kind !== 'body' && last.kind !== 'forwarded')) return [...zones];
  const start = footerStart(splitLines(body, last.start, last.end));
  if (start === null || start <= last.start) return [...zones];
  return [...zones.slice(0, -1), { ...last, end: start }, { kind: 'footer', start, end: last.end }];
}

function isFooterLine(text: string): boolean {
  if (text.length <= SHORT_LINE_MAX && SHORT_FOOTER_LINE.test(text)) return true;
  return SIGNATURE_LINE.test(text) || FOOTER_LINE.test(text.slice(0, 2_000));
}

function footerStart(lines: readonly Line[]): number | null {
  const first = lines.findIndex(({ text }) => text.trim() !== '');
  let found: number | null = null;
  let gap = 0;
  for (let i = lines.length - 1; i > first && i > lines.length - FOOTER_LINES_MAX; i--) {
    const text = lines[i]!.text.trim();
    if (text === '') continue;
    if (isFooterLine(text)) {
      found = lines[i]!.start;
      gap = 0;
    } else if (found === null) {
      // Addresses and slogans may stand below the last footer line, but not a page of text.
      if (++gap > 8 || text.length > 300) return null;
    } else if (++gap > FOOTER_GAP_MAX || text.length > 120) break;
  }
  return found;
}
