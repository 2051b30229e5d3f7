// What a company writes in its shortest notice, most of them one sentence under a subject that says the same or nothing. Each was sent on 3 March 2026.
import type { MessageKind } from '@quittance/domain/event-kind';

/** Kind, subject, text. */
export type PlainNotice = readonly [kind: MessageKind, subject: string, text: string];
