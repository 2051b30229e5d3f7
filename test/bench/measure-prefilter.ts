// What the first look of a backfill does to labelled mail: how much of it is passed over, and how much subscription mail is lost with it.
import { glance } from '@quittance/classify/prefilter/pass-over';
import { peekMessage } from '@quittance/mail/peek-message';
import type { Look } from '@quittance/poller/glance-at-messages';
import type { LabelledMail } from './accuracy-corpus.ts';

export interface PrefilterFigures {
  readonly notices: number;
  /** Notices that were passed over. */
  readonly lost: readonly LabelledMail[];
  readonly others: number;
  readonly passedOver: number;
}

/** What a mass mailer adds; with it a mail is judged more strictly. */
const BULK = Buffer.from('List-Unsubscribe: <mailto:leave@lists.example>\r\n');

export function measurePrefilter(
  mails: readonly LabelledMail[],
  options: { readonly look: Look; readonly asBulk?: boolean },
): PrefilterFigures {
  const lost: LabelledMail[] = [];
  const counts = { notices: 0, others: 0, passedOver: 0 };
  for (const mail of mails) {
    const raw = options.asBulk ? Buffer.concat([BULK, mail.raw]) : mail.raw;
    const isNotice = mail.label !== 'other' || (mail.altLabel !== null && mail.altLabel !== 'other');
    if (isNotice) counts.notices += 1;
    else counts.others += 1;
    if (!isPassedOver(raw, options.look)) continue;
    if (isNotice) lost.push(mail);
    else counts.passedOver += 1;
  }
  return { ...counts, lost };
}

function isPassedOver(raw: Buffer, { slices, letterChars }: Look): boolean {
  for (const bytes of slices) {
    const seen = glance(peekMessage(raw.subarray(0, bytes), raw.length <= bytes), letterChars);
    if (seen !== 'unclear') return seen === 'pass';
  }
  return false;
}
