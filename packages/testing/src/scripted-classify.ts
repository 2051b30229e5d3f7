// A classifier by script: the first entry whose key occurs in the subject decides. For tests of what happens with a classification, which
// must not change when the rules of the real one do.
import { noNotice, type Classification } from '@quittance/domain/classification';
import type { ParsedMessage } from '@quittance/domain/message';

const OTHER: Classification = { ...noNotice('en'), confidence: 0.99 };

export function scriptedClassify(script: Readonly<Record<string, Partial<Classification>>>): (message: ParsedMessage) => Classification {
  return (message) => {
    const key = Object.keys(script).find((part) => message.subject.includes(part));
    if (key === undefined) return OTHER;
    const reason = {
      rule: 'script',
      quote: key,
      field: 'kind',
      zone: 'subject',
      start: message.subject.indexOf(key),
      end: message.subject.indexOf(key) + key.length,
    } as const;
    return { ...OTHER, reasons: [reason], ...script[key] };
  };
}

interface Parser<Order> {
  parse(raw: Buffer, order?: Order): Promise<ParsedMessage>;
}

/** As the classifier's reader, without its processes. */
export function readWith<Order>(parser: Parser<Order>, classify: (message: ParsedMessage) => Classification) {
  return {
    async read(raw: Buffer, order?: Order) {
      const message = await parser.parse(raw, order);
      return { message, classification: classify(message) };
    },
  };
}

export const merchant = (id: string, name = id) => ({ id, name, domains: [`${id}.example`] });
