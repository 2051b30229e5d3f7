// The one place where errors become answers: a code has a status and, per language, words (i18n, `problems`). The API answers RFC 9457
// problem+json, pages answer a page. Whatever has no code here is a bug: logged, and told to nobody.
import { PermanentError, TransientError } from '@quittance/domain/errors';
import type { Language } from '@quittance/i18n/language';
import { problemDetail } from '@quittance/i18n/problem-details';
import { problemTexts } from '@quittance/i18n/problems';
import type { ProblemCode } from '@quittance/i18n/problems.en';
import { screenTexts } from '@quittance/i18n/screens';
import { sayAgain } from '@quittance/i18n/sentences';
import { THEIR_WORDS } from '@quittance/imap/classify-login-failure';
import { isImpossibleId, isImpossibleText, isPassingDatabaseError } from '@quittance/store/pg-errors';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AppContext } from './context.ts';
import { paths } from './paths.ts';

export const PROBLEM_STATUS: Readonly<Record<ProblemCode, ContentfulStatusCode>> = {
  address_taken: 409,
  bad_amount: 400,
  bad_date: 400,
  bad_name: 400,
  bad_period: 400,
  bad_rate: 400,
  bad_target: 400,
  insecure_target: 422,
  bad_mapping: 422,
  body_too_large: 413,
  csrf_failed: 403,
  cross_origin: 403,
  date_ahead: 422,
  file_empty: 422,
  file_too_large: 413,
  forbidden: 403,
  internal: 500,
  inlet_exists: 409,
  inlet_refused: 422,
  invalid_request: 400,
  letter_unfitting: 422,
  mailbox_exists: 409,
  channel_exists: 409,
  channel_kind_unavailable: 422,
  mailbox_unreachable: 422,
  message_erased: 410,
  message_unreadable: 422,
  method_not_allowed: 405,
  no_merchant: 422,
  nothing_said: 422,
  nothing_to_import: 422,
  not_found: 404,
  password_weak: 422,
  password_wrong: 403,
  private_address_refused: 422,
  rate_limited: 429,
  same_subscription: 409,
  session_required: 403,
  sign_in_failed: 401,
  sign_in_link_invalid: 410,
  smtp_not_configured: 422,
  split_all: 422,
  statement_empty: 422,
  statement_too_heavy: 422,
  statement_too_large: 413,
  statement_unreadable: 422,
  too_many_imports: 429,
  unauthorized: 401,
  unavailable: 503,
  wrong_host: 421,
};

export interface ProblemDetails {
  /** More than the code says, already in the person's language or from outside (a server's words). */
  readonly detail?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
  /** Which inputs are wrong: `path` in JSON or query, with what it must be. */
  readonly errors?: readonly { readonly path: string; readonly message: string }[] | undefined;
  /** `detail` is an error's own English: said again in the language of the answer, where that is known. */
  readonly isThrown?: boolean | undefined;
  /** A finer code, e.g. why a mailbox can't be reached. */
  readonly reason?: string | undefined;
}

/** Ends a request with a problem; thrown from handlers and middleware. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(details.detail ?? code);
    this.name = 'ProblemError';
    this.code = code;
    this.details = details;
  }
}

export interface Problem extends ProblemDetails {
  readonly code: ProblemCode;
  readonly status: ContentfulStatusCode;
  readonly title: string;
}

/** What a thrown thing means to the person who asked. */
export function describeProblem(error: unknown, c: AppContext): Problem {
  const { code, details } = toProblemError(error);
  const language = c.get('language') ?? 'en';
  const detail = detailIn(language, code, details);
  const errors = details.errors?.map(({ path, message }) => ({ path, message: sayAgain(message, language) }));
  return {
    code,
    status: PROBLEM_STATUS[code],
    title: problemTexts(language)[code],
    ...details,
    ...(detail === undefined ? {} : { detail }),
    ...(errors === undefined ? {} : { errors }),
  };
}

function detailIn(language: Language, code: ProblemCode, { detail, isThrown, reason }: ProblemDetails): string | undefined {
  if (code === 'unavailable') return problemDetail(reason, language) ?? detail;
  // A server's own words are repeated as they came; the others are ours, in English, and say the reason once more.
  if (code === 'mailbox_unreachable' && language !== 'en' && reason !== undefined && !THEIR_WORDS.has(reason)) {
    const { whileTrying, problems } = screenTexts(language).connect;
    return whileTrying[reason] ?? problems[reason] ?? detail;
  }
  return isThrown && detail !== undefined ? sayAgain(detail, language) : detail;
}

export function problemResponse(c: AppContext, problem: Problem): Response {
  const { code, status, title, detail, errors, reason, retryAfterSeconds } = problem;
  if (retryAfterSeconds !== undefined) c.header('Retry-After', String(retryAfterSeconds));
  if (code === 'unauthorized') c.header('WWW-Authenticate', 'Bearer realm="quittance"');
  const body = { type: `${paths.apiDocs()}#${code}`, title, status, code, detail, reason, errors, request_id: c.get('requestId') };
  return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json' });
}

/** What a thrown thing is, whoever asked. */
export function toProblemError(error: unknown): { code: ProblemCode; details: ProblemDetails } {
  if (error instanceof ProblemError) return { code: error.code, details: error.details };
  if (error instanceof TransientError && error.code === 'host_not_found')
    return { code: 'unavailable', details: { reason: error.code, retryAfterSeconds: 5 } };
  if (error instanceof TransientError || isPassingDatabaseError(error)) return { code: 'unavailable', details: { retryAfterSeconds: 5 } };
  // The raw bytes are still there to be downloaded.
  if (error instanceof PermanentError && error.code.startsWith('mail_'))
    return { code: 'message_unreadable', details: { reason: error.code } };
  if (error instanceof PermanentError && error.code in PROBLEM_STATUS) {
    return { code: error.code as ProblemCode, details: { detail: error.message, isThrown: true } };
  }
  if (isImpossibleId(error)) return { code: 'not_found', details: {} };
  // What PostgreSQL can not keep, such as a NUL in a text, is no text.
  if (isImpossibleText(error)) return { code: 'invalid_request', details: {} };
  // hono throws these for bodies that are not what their Content-Type says.
  if (error instanceof HTTPException && error.status < 500) return { code: 'invalid_request', details: {} };
  return { code: 'internal', details: {} };
}
