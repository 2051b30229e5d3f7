/** Whom alerts come from: MAIL_FROM, or the user of SMTP_URL where that is an address; null where no e-mail can be sent. */
export function mailSender(smtpUrl: string | null | undefined, mailFrom: string | null | undefined): string | null {
  if (!smtpUrl) return null;
  if (mailFrom) return mailFrom;
  const user = decoded(new URL(smtpUrl).username);
  return user.includes('@') ? user : null;
}

// Some servers' users have a bare percent sign (`user%domain`), which URLs let pass: it must not keep the other channels from starting.
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
