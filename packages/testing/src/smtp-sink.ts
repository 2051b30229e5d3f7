// A real SMTP server that keeps what it is sent. A test may have it refuse, delay, or die with the connection open.
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Buffer;
  /** With its brackets. */
  readonly messageId: string;
}

/** What the server says to a mail: null takes it, a code with text refuses it (4xx for now, 5xx for good). */
type SmtpAnswer = { readonly code: number; readonly text: string } | null;

export interface SmtpSink {
  readonly url: string;
  readonly port: number;
  /** Everything taken, in order, repetitions included. */
  readonly mails: readonly ReceivedMail[];
  /** By Message-ID: what a mailbox that knows its messages shows. */
  distinct(): ReceivedMail[];
  /** Asked for each mail before it is taken; set it to make trouble. */
  answer: (mail: ReceivedMail) => SmtpAnswer | Promise<SmtpAnswer>;
  /** Asked for each recipient. */
  answerRecipient: (address: string) => SmtpAnswer;
  /** Resolves when so many were taken. */
  waitFor(count: number, timeoutMs?: number): Promise<readonly ReceivedMail[]>;
  stop(): Promise<void>;
}

export async function startSmtpSink(): Promise<SmtpSink> {
  const mails: ReceivedMail[] = [];
  const waiting = new Set<() => void>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onRcptTo: (address, _session, done) => done(refusal(sink.answerRecipient(address.address))),
    onData: (stream, session, done) => void receive(stream, session, done),
  });
  server.on('error', () => {}); // Clients that die are part of the tests.
  const listening = server.listen(0, '127.0.0.1');
  await new Promise<void>((resolve, reject) => {
    listening.once('listening', resolve).once('error', reject);
  });
  const { port } = listening.address() as AddressInfo;
  const sink: SmtpSink = {
    url: `smtp://127.0.0.1:${port}`,
    port,
    mails,
    distinct: () => [...new Map(mails.map((mail) => [mail.messageId, mail])).values()],
    answer: () => null,
    answerRecipient: () => null,
    waitFor: (count, timeoutMs = 10_000) => waitUntil(waiting, () => mails.length >= count, timeoutMs, `${count} mails`).then(() => mails),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
  return sink;

  async function receive(stream: SMTPServerDataStream, session: SMTPServerSession, done: (error: Error | null) => void): Promise<void> {
    const raw = await readAll(stream);
    const messageId = /^message-id:\s*(<[^>]+>)/im.exec(raw.toString('latin1'))?.[1] ?? '';
    const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
    const mail = { from, to: session.envelope.rcptTo.map((one) => one.address), raw, messageId };
    const error = refusal(await sink.answer(mail));
    if (!error) mails.push(mail);
    done(error);
    for (const check of waiting) check();
  }
}

function refusal(answer: SmtpAnswer): (Error & { responseCode: number }) | null {
  return answer && Object.assign(new Error(answer.text), { responseCode: answer.code });
}

async function readAll(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Resolves when `holds` does; it is looked at whenever one of `waiting` is called. */
export async function waitUntil(waiting: Set<() => void>, holds: () => boolean, timeoutMs: number, what: string): Promise<void> {
  if (holds()) return;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const check = (): void => {
    if (holds()) resolve();
  };
  waiting.add(check);
  const timer = setTimeout(() => reject(new Error(`waited ${timeoutMs} ms for ${what}`)), timeoutMs);
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    waiting.delete(check);
  }
}
