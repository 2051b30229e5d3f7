/** Whom alerts come from: MAIL_FROM, or the user of SMTP_URL where that is an address; null where no e-mail can be sent. */
export function mailSender(smtpUrl: string | null | undefined, mailFrom: string | null | undefined): string | null {
  if (!smtpUrl) return null;
  const user = decodeURIComponent(new URL(smtpUrl).username);
  return mailFrom || (user.includes('@') ? user : null);
}
