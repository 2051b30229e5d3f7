// What a problem's code says to a person, in English: what happened and what to do. The codes' statuses are the API's.

export const problemsEn = {
  address_taken: 'Somebody else signs in with this address. Choose another one.',
  bad_target: 'This is no place that alerts can be sent to.',
  body_too_large: 'This is more than is accepted here.',
  channel_exists: 'Alerts go there already.',
  channel_kind_unavailable: 'Alerts can not be sent this way here.',
  cross_origin: 'The request came from another site and was refused. Open the page itself and try again.',
  csrf_failed: 'The form is too old or came from elsewhere. Reload the page and send it again.',
  forbidden: 'This token may not do that: it lacks the scope.',
  internal: 'Something went wrong on our side. It was logged; try again later.',
  invalid_request: 'Something in the request is not as it must be.',
  mailbox_exists: 'This mailbox is connected already.',
  mailbox_unreachable: 'The mailbox could not be opened with these settings.',
  message_erased: 'The content of this message was erased.',
  message_unreadable: 'This message could not be prepared for showing. Its exact bytes can be downloaded.',
  method_not_allowed: 'This address does not answer that kind of request.',
  not_found: 'There is nothing here, or it is not yours.',
  nothing_to_import: 'The upload holds no file.',
  password_wrong: 'The current password is not right.',
  rate_limited: 'Too many attempts. Wait a little and try again.',
  session_required: 'This can only be done on the page, not with a token.',
  sign_in_failed: 'Address or password is not right.',
  sign_in_link_invalid: 'This sign-in link was used already or has expired. Ask for a new one.',
  too_many_imports: 'An import is running already. Wait until it is done.',
  unauthorized: 'Sign in first.',
  unavailable: 'The service is not reachable for the moment. Try again in a few seconds.',
  wrong_host: 'Quittance does not answer under this name. Set PUBLIC_URL to the address that people use.',
};

export type ProblemCode = keyof typeof problemsEn;
export type ProblemTexts = Readonly<Record<ProblemCode, string>>;
