// One look at the beginning of a message. Whether it may matter is packages/classify's judgement; a fault of the look itself means: read it.
import { glance, type Glance } from '@quittance/classify/prefilter/pass-over';
import { peekMessage } from '@quittance/mail/peek-message';

/** @param letterChars see `glance`. */
export function glanceAt(beginning: Buffer, isWhole: boolean, letterChars: number): Glance {
  try {
    return glance(peekMessage(beginning, isWhole), letterChars);
  } catch {
    return 'read'; // Hostile bytes: the parser's limits and its process are made for them.
  }
}
