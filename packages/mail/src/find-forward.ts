// Finds the mail inside a mail: a forward, or the copy under a reply that a client put there with a header block (From, Date, Subject). Own
// reader of such blocks in ten languages first; for the forms without a block, email-forward-parser on a small piece of the text.
import EmailForwardParser from 'email-forward-parser';
import type { Address, ForwardedMessage } from '@quittance/domain/message';
import { LIMITS } from './limits.ts';
import { readLooseDate } from './loose-date.ts';
import { splitLines, type Line } from './text-lines.ts';

export interface FoundForward extends ForwardedMessage {
  /** `quoted` when the block belongs to a reply: the writer answers it, nothing is passed on. */
  readonly kind: 'forwarded' | 'quoted';
  /** Offset of the separator or of the block. */
  readonly start: number;
}

export function findForward(body: string, subject: string, offsetMinutes: number): FoundForward | null {
  const lines = splitLines(body).slice(0, 2_000);
  for (let i = 0; i < lines.length; i++) {
    const separator = separatorOf(lines[i]!.text);
    const block = readBlock(lines, separator ? skipBlank(lines, i + 1) : i);
    if (!block || !isConvincing(block, separator !== null)) continue;
    const start = separator ? lines[i]!.start : startBefore(lines, i);
    const isReply =
      separator !== 'forward' &&
      !FORWARD_SUBJECT.test(subject) &&
      (REPLY_SUBJECT.test(subject) || body.slice(0, start).trim().length > 400);
    return {
      kind: isReply ? 'quoted' : 'forwarded',
      start,
      bodyStart: lines[skipBlank(lines, block.end)]?.start ?? body.length,
      from: block.from === null ? null : readMailbox(block.from),
      subject: block.subject,
      sentAt: block.date === null ? null : readLooseDate(block.date, offsetMinutes),
    };
  }
  return FORWARD_SUBJECT.test(subject) ? askLibrary(body, subject, offsetMinutes) : null;
}

const FORWARD_SUBJECT = /^\s*(?:fwd?|tr|wg|rv|enc|pd|vs|vb|doorst|i|転送)\s*[:：]/i;
const REPLY_SUBJECT = /^\s*(?:re|aw|sv|antw|odp|rif|r|回复|返信)\s*(?:\[\d{1,3}\])?\s*[:：]/i;

const FORWARD_WORDS =
  `forwarded message|message transféré|message transmis|message réexpédié|weitergeleitete nachricht|mensaje reenviado|messaggio inoltrato
  |doorgestuurd bericht|mensagem encaminhada|mensagem reencaminhada|przekazana wiadomość|wiadomość przekazana|treść przekazanej wiadomości|vidarebefordrat meddelande
  |videresendt (?:meddelelse|melding)|転送メッセージ|メッセージを転送|転送されたメッセージ`.replace(/\s*\n\s*/g, '');
const ORIGINAL_WORDS = `original message|message d['’]origine|message original|ursprüngliche nachricht|mensaje original|messaggio originale
  |oorspronkelijk bericht|mensagem original|wiadomość oryginalna|originalmeddelande|元のメッセージ`.replace(/\s*\n\s*/g, '');
const BEGIN_WORDS =
  `begin forwarded message|début du message (?:réexpédié|transféré)|anfang der weitergeleiteten nachricht|inicio del mensaje reenviado
  |inizio messaggio inoltrato|begin doorgestuurd bericht|początek przekazywanej wiadomości|início da mensagem (?:re)?encaminhada
  |转发的邮件|転送されたメッセージ`.replace(/\s*\n\s*/g, '');

const FORWARD_LINE = new RegExp(`^[>\\s]{0,20}(?:[-_=*]{2,40}\\s?(?:${FORWARD_WORDS})\\s?[-_=*]{2,40}|(?:${BEGIN_WORDS})\\s?[:：])`, 'iu');
const ORIGINAL_LINE = new RegExp(`^[>\\s]{0,20}[-_=*]{2,40}\\s?(?:${ORIGINAL_WORDS})\\s?[-_=*]{2,40}`, 'iu');

function separatorOf(line: string): 'forward' | 'original' | null {
  if (line.length > 200) return null;
  if (FORWARD_LINE.test(line)) return 'forward';
  return ORIGINAL_LINE.test(line) ? 'original' : null;
}

type Field = 'from' | 'date' | 'subject' | 'to' | 'other';
const LABELS = new Map<string, Field>(
  Object.entries({
    from: 'from|de|von|da|van|od|fra|från|lähettäjä|expéditeur|mittente|nadawca|差出人|送信元|送信者|发件人',
    date: 'date|sent|envoyé|envoyé le|gesendet|datum|data|enviado|enviado el|enviado em|inviato|data wysłania|wysłano|verzonden|fecha|skickat|sendt|dato|日付|日時|送信日時|发送时间|日期',
    subject: 'subject|objet|sujet|betreff|asunto|oggetto|onderwerp|temat|assunto|ämne|emne|件名|主题',
    to: 'to|à|a|pour|an|para|aan|do|per|till|til|destinataire|宛先|送信先|收件人',
    other:
      'cc|cci|bcc|kopie|kopia|copie|copie à|reply-to|répondre à|antwort an|responder a|responder a:|rispondi a|antwoord aan|importance|priorité|抄送',
  }).flatMap(([field, names]) => names.split('|').map((name) => [name, field as Field])),
);
const LABEL_LINE = /^[>\s*]{0,10}([\p{L}][\p{L} -]{0,18}?)\s?\*{0,2}\s?[:：]\s?\*{0,2}(?:\s?\|)?\s*(.*)$/u;

interface Block {
  from: string | null;
  date: string | null;
  subject: string | null;
  hasTo: boolean;
  /** Index of the line after the block. */
  end: number;
}

function readBlock(lines: readonly Line[], at: number): Block | null {
  const block: Block = { from: null, date: null, subject: null, hasTo: false, end: at };
  let gap = 0;
  let last: Field | null = null;
  for (let i = at; i < lines.length && i < at + 16; i++) {
    const text = lines[i]!.text;
    const label = text.length > 2_000 ? null : LABEL_LINE.exec(text);
    const field = label && LABELS.get(label[1]!.trim().toLowerCase());
    if (field) {
      const value = label[2]!.trim() || (lines[i + 1]?.text.trim() ?? '');
      if (field === 'to') block.hasTo = true;
      else if (field !== 'other') block[field] ??= value.replace(/\*{1,2}$/, '');
      block.end = i + 1;
      last = field;
      gap = 0;
    } else {
      // Long lists of recipients go on on the next line; a block may hold one empty line.
      const goesOn =
        last !== null && (last === 'to' || last === 'other' || /[:：]\s*$/.test(lines[i - 1]!.text)) && text.trim() !== '' && gap === 0;
      if (++gap > 1 || last === null || (!goesOn && text.trim() !== '')) break;
    }
  }
  return last === null ? null : block;
}

function isConvincing(block: Block, hasSeparator: boolean): boolean {
  if (block.from === null) return false;
  if (hasSeparator) return block.subject !== null || block.date !== null || block.hasTo;
  return block.subject !== null && (block.date !== null || block.hasTo) && block.from.length < 300;
}

function skipBlank(lines: readonly Line[], at: number): number {
  let i = at;
  while (i < lines.length && i < at + 4 && lines[i]!.text.replace(/[>\s]/g, '') === '') i++;
  return i;
}

/** A rule of underscores or dashes above the block belongs to it. */
function startBefore(lines: readonly Line[], at: number): number {
  const above = lines[at - 1];
  return above && /^[>\s]*[_-]{5,}\s*$/.test(above.text.slice(0, 200)) ? above.start : lines[at]!.start;
}

function readMailbox(value: string): Address | null {
  const address = /([^\s<>()[\]"',;:|]{1,64}@[^\s<>()[\]"',;:|]{1,255})/.exec(value)?.[1]?.toLowerCase() ?? '';
  const name = value
    .split(/[<[(]|\bmailto:/, 1)[0]!
    .replace(/["'*]/g, '')
    .trim();
  return address || name ? { address, name: name.toLowerCase() === address ? '' : name.slice(0, 320) } : null;
}

const library = new EmailForwardParser();

// Its patterns backtrack: it gets a short text of short lines.
function askLibrary(body: string, subject: string, offsetMinutes: number): FoundForward | null {
  const text = splitLines(body, 0, Math.min(body.length, LIMITS.forwardCharsMax))
    .map((line) => line.text.slice(0, LIMITS.forwardLineCharsMax).trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
  const { forwarded, email } = library.read(text, subject);
  const first = email.body
    ?.split('\n')
    .find((line) => line.trim().length > 3)
    ?.trim();
  if (!forwarded || !first || (!email.from.address && !email.from.name)) return null;
  const bodyStart = body.indexOf(first);
  if (bodyStart < 0) return null;
  const anchor = body.slice(0, bodyStart).lastIndexOf(email.from.address ?? email.from.name!);
  return {
    kind: 'forwarded',
    start: anchor < 0 ? bodyStart : body.lastIndexOf('\n', anchor) + 1,
    bodyStart,
    from: { address: email.from.address?.toLowerCase() ?? '', name: email.from.name ?? '' },
    subject: email.subject ?? null,
    sentAt: email.date ? readLooseDate(email.date, offsetMinutes) : null,
  };
}
