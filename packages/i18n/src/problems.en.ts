// What a problem's code says to a person, in English: what happened and what to do. The codes' statuses are the API's.
import { alertsEn } from './alerts.en.ts';
import { LETTERS_NEED } from './letters.en.ts';

export const problemsEn = {
  address_taken: 'Somebody else signs in with this address. Choose another one.',
  bad_amount: 'This is not an amount: write it as 12.99.',
  bad_date: 'This is not a date.',
  bad_name: 'A name needs at least one letter or figure.',
  bad_period: 'This is not a period: write P1M, P1Y, P4W or P14D.',
  bad_rate: 'This is not a rate: write how much one of the other currency is, e.g. 0.92.',
  insecure_target:
    'An address that begins with http:// sends your alerts in the clear: write https://. Only for a host that the operator named in ALLOW_PRIVATE_HOSTS, in your own network, http:// is accepted.',
  bad_target:
    'This is no place that alerts can be sent to: write an e-mail address, for a webhook an address like https://example.org/path, for ntfy one like https://ntfy.sh/your-topic, without a password in it.',
  bad_mapping: 'The columns can not be used as they were given.',
  body_too_large: 'This is more than is accepted here.',
  channel_exists: 'Alerts go there already.',
  channel_kind_unavailable: 'Alerts can not be sent this way here.',
  cross_origin: 'The request came from another site and was refused. Open the page itself and try again.',
  csrf_failed: 'The form is too old or came from elsewhere. Reload the page and send it again.',
  date_ahead: 'A cancellation that was made lies in the past: give its day.',
  file_empty: 'The file is empty.',
  file_too_large: 'The file is larger than 20 MB.',
  forbidden: 'This token may not do that: it lacks the scope.',
  internal: 'Something went wrong on our side. It was logged; try again later.',
  inlet_exists: 'That folder is watched already.',
  inlet_refused: 'That folder can not be watched.',
  invalid_request: 'A field is missing or holds something else than it asks for. Correct it and send it again.',
  letter_unfitting: `The timeline does not bear this letter: letters need ${LETTERS_NEED}.`,
  mailbox_exists: 'This mailbox is connected already.',
  mailbox_unreachable: 'The mailbox could not be opened with these settings.',
  message_erased: 'The content of this message was erased.',
  message_unreadable: 'This message could not be prepared for showing. Its exact bytes can be downloaded.',
  method_not_allowed: 'This address does not answer that kind of request.',
  not_found: 'There is nothing here, or it is not yours.',
  no_merchant: 'This mail names no merchant. Add the subscription yourself, then say that the mail belongs to it.',
  nothing_said: 'Fill in at least one of the fields.',
  nothing_to_import: 'The upload holds no file.',
  password_weak: 'It takes an e-mail address and a password of at least 10 characters.',
  password_wrong: 'The current password is not right.',
  private_address_refused: 'The address leads into a private network. The operator can allow it with ALLOW_PRIVATE_HOSTS.',
  rate_limited: 'Too many attempts. Wait a little and try again.',
  same_subscription: 'It is the same subscription already.',
  session_required: 'This can only be done on the page, not with a token.',
  sign_in_failed: 'Address or password is not right.',
  sign_in_link_invalid: 'This sign-in link was used already or has expired. Ask for a new one.',
  smtp_not_configured: alertsEn.channelProblems.smtp_not_configured,
  split_all: 'Choose some of the events, and leave some: they become two subscriptions.',
  statement_empty: 'No line of an account was found in this file. For a CSV, say which column is the date, the amount and the payee.',
  statement_too_heavy:
    'Reading this file took too long and was stopped; nothing was kept. Export a shorter time, and import one file after the other.',
  statement_too_large: 'This file is larger than a bank statement may be (20 MB, 100,000 lines). Export a shorter time.',
  statement_unreadable: 'This file can not be read as a bank statement. Export it from your bank as CSV, OFX or CAMT.053.',
  too_many_imports: 'An import is running already. Wait until it is done.',
  unauthorized: 'Sign in first.',
  unavailable: 'The service is not reachable for the moment. Try again in a few seconds.',
  wrong_host: 'Quittance does not answer under this name. Set PUBLIC_URL to the address that people use.',
};

export type ProblemCode = keyof typeof problemsEn;
export type ProblemTexts = Readonly<Record<ProblemCode, string>>;
