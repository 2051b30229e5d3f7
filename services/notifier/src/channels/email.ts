// E-mail over the operator's mail server. The Message-ID is made from the delivery, so that a mail sent twice is the same message; the
// alert header lets our own mail be ignored when it comes back from a mailbox that is read.
import { PermanentError, TransientError } from '@quittance/domain/errors';
import { ALERT_HEADER, domainOf } from '@quittance/domain/message';
import { mailSender } from '@quittance/runtime/mail-sender';
import { createTransport } from 'nodemailer';
import type { Message } from '../render-alert.ts';
import type { Send, Sending } from './send.ts';

export interface EmailDeps {
  /** The operator's own choice: it may well be a private host. null when none is set up. */
  readonly smtpUrl: string | null;
  /** `Quittance <alerts@example.org>` */
  readonly mailFrom: string | null;
  readonly render: (sending: Sending) => Promise<Message>;
}

const CONNECT_TIMEOUT_MS = 10_000;
const SOCKET_TIMEOUT_MS = 15_000;
const LOOPBACK = /^(localhost|127\.|\[?::1\]?$)/;

export function createEmailSender(deps: EmailDeps): Send {
  return async (sending) => {
    const { smtpUrl } = deps;
    const from = mailSender(smtpUrl, deps.mailFrom);
    if (!smtpUrl || !from) throw new TransientError('smtp_not_configured', 'SMTP_URL and MAIL_FROM are not set.');
    const { delivery } = sending;
    const message = await deps.render(sending);
    const domain = domainOf(/<([^>]*)>/.exec(from)?.[1] ?? from) || 'quittance.invalid';
    const transport = createTransport(transportOptions(smtpUrl));
    try {
      const info = await transport.sendMail({
        from,
        to: { name: '', address: delivery.channel.target },
        subject: message.subject,
        text: message.text,
        html: message.html,
        messageId: `<${delivery.id}@${domain}>`,
        date: new Date(dateOf(delivery)),
        headers: {
          [ALERT_HEADER]: delivery.alert?.kind ?? (delivery.isDigest ? 'digest' : 'test'),
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
          'List-Id': `Quittance <alerts.${domain}>`,
          'Content-Language': delivery.language,
        },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return { message_id: `${delivery.id}@${domain}`, response: info.response.slice(0, 200) };
    } catch (error) {
      throw translate(error as SmtpError);
    } finally {
      transport.close();
    }
  };
}

function transportOptions(smtpUrl: string) {
  const url = new URL(smtpUrl);
  // A password is never sent in the clear over a network because somebody between struck STARTTLS out; the URL can say otherwise.
  const needsTls = url.protocol === 'smtp:' && url.password !== '' && !LOOPBACK.test(url.hostname) && !url.searchParams.has('requireTLS');
  return {
    url: smtpUrl,
    ...(needsTls ? { requireTLS: true } : {}),
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SOCKET_TIMEOUT_MS,
    dnsTimeout: CONNECT_TIMEOUT_MS,
  };
}

// The same at every attempt. A reminder that was raised late is dated by that, or it would be sorted in below what was read already.
function dateOf({ alert, createdAt }: Sending['delivery']): string {
  if (!alert) return createdAt;
  return alert.dueAt > alert.createdAt ? alert.dueAt : alert.createdAt;
}

// Many providers sign in with the address that sends.
interface SmtpError extends Error {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

// RFC 5321 §4.2.1: 4xx may work later, 5xx will not.
function translate(error: SmtpError): TransientError | PermanentError {
  const said = (error.response ?? error.code ?? error.message).slice(0, 300);
  const options = { cause: error };
  if (error.code === 'EAUTH' || error.code === 'ENOAUTH') return new TransientError('smtp_sign_in_failed', said, options);
  if (error.code === 'ETLS') return new TransientError('smtp_tls_failed', said, options);
  const status = error.responseCode ?? 0;
  if (status >= 400 && status < 500) return new TransientError('mail_delayed', said, options);
  // Only an answer about this mail is final; a server that refuses to talk at all may be mended.
  if (error.code === 'EENVELOPE') return new PermanentError('recipient_refused', said, options);
  if (error.code === 'EMESSAGE') return new PermanentError('mail_refused', said, options);
  return new TransientError('smtp_unreachable', said, options);
}
