// Takes the texts of this folder apart: `--- kind | sender | subject`, `= merchant | what it states`, then the mail. Used by tests alone.
import type { MessageKind } from '@quittance/domain/event-kind';

export interface FieldMail {
  readonly kind: MessageKind;
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly body: string;
  /** `merchant`, `plan`, `price`, `period`, `renews`, `ends` (null when nothing states them), and others where they are named. */
  readonly stated: Readonly<Record<string, string | null>>;
}

export function readFieldMails(text: string): FieldMail[] {
  return text
    .split(/^--- /m)
    .slice(1)
    .map((block) => {
      const [head = '', facts = '', ...body] = block.split('\n');
      const [kind, sender = '', subject = ''] = head.split(' | ');
      const named = /^(.*) <(.*)>$/.exec(sender);
      const from = named === null ? { name: '', address: sender } : { name: named[1]!, address: named[2]! };
      return { kind: kind as MessageKind, from, subject, body: body.join('\n').trim().replaceAll('\t', ' | '), stated: readFacts(facts) };
    });
}

const PRICE = /^(\d+(?:[.,]\d{2})?) ([A-Z]{3})(?: (P\w+))?$/;

function readFacts(line: string): Record<string, string | null> {
  const [merchant = '', ...facts] = line.replace(/^= /, '').split(' | ');
  const stated: Record<string, string | null> = { merchant, plan: null, price: null, period: null, renews: null, ends: null };
  for (const fact of facts) {
    const price = PRICE.exec(fact);
    if (price !== null) {
      stated['price'] = `${price[1]!.replace(',', '.')} ${price[2]!}`;
      stated['period'] = price[3] ?? null;
    } else {
      const [name = '', ...value] = fact.split(' ');
      stated[name] = value.join(' ');
    }
  }
  return stated;
}
