// What every handler has: what the service was started with, and who asks. Written by the middleware in app.ts, in the order stated there.
import type { HttpBindings } from '@hono/node-server';
import type { Stamping } from '@quittance/anchor/stamping';
import type { Discover } from '@quittance/discovery/discovery';
import type { Clock } from '@quittance/domain/instant';
import type { Log } from '@quittance/domain/log';
import type { MailboxSettings } from '@quittance/domain/mailbox';
import type { Language } from '@quittance/i18n/language';
import type { OAuthClients } from '@quittance/oauth/oauth-client';
import type { Metrics } from '@quittance/runtime/metrics';
import type { TokenScope } from '@quittance/store/api-tokens';
import type { Database, Tx } from '@quittance/store/database';
import type { ErasureList } from '@quittance/store/erasure-list';
import { asUser } from '@quittance/store/transaction';
import type { Vault } from '@quittance/vault/vault';
import type { Context } from 'hono';
import type { SignInAttempts } from './auth/sign-in-attempts.ts';
import type { BankReader } from './bank-reader.ts';
import type { Changes } from './changes.ts';
import type { Dossiers } from './dossiers.ts';
import type { ImportRuns } from './import-runs.ts';
import { ProblemError } from './problem.ts';
import type { MailViews } from './ui/mail-view.ts';

/** Tries settings before they are saved. */
export type TestMailbox = (input: { readonly settings: MailboxSettings; readonly auth: MailboxAuth }) => Promise<MailboxTest>;
export type MailboxAuth = { readonly password: string } | { readonly accessToken: string };
export type MailboxTest =
  | { readonly ok: true; readonly folders: readonly { readonly path: string }[]; readonly messages: number }
  | { readonly ok: false; readonly code: string; readonly text: string };

export interface AppDeps {
  readonly db: Database;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly testMailbox: TestMailbox;
  readonly oauth: OAuthClients;
  /** From an address to the settings of its mailbox. */
  readonly discover: Discover;
  /** @throws PermanentError `private_address_refused`, where a URL that a person names leads into a private network; `insecure_target`, where it is not encrypted. */
  readonly refuseUnsafeTarget: (url: string) => Promise<void>;
  readonly imports: ImportRuns;
  /** Folders under which others may be watched. */
  readonly watchFolders: readonly string[];
  readonly changes: Changes;
  readonly attempts: SignInAttempts;
  readonly mailViews: MailViews;
  readonly bankReader: BankReader;
  readonly dossiers: Dossiers;
  readonly erasures: Pick<ErasureList, 'append'>;
  /** Time stamps: whom a person may agree to, and one before a dossier. */
  readonly stamping: Pick<Stamping, 'offered' | 'stampNow'>;
}

/** Who asks: a person's browser, or a program with a token of theirs. */
export type Who =
  | {
      readonly kind: 'session';
      readonly userId: string;
      readonly csrfToken: string;
      readonly sessionToken: string;
      /** Signed in a moment ago: enough proof to set a new password. */
      readonly fresh: boolean;
    }
  | { readonly kind: 'token'; readonly userId: string; readonly scopes: readonly TokenScope[] };

export interface AppEnv {
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    language: Language;
    who: Who | null;
    /** Set where the CSRF token stands inside a streamed upload: the handler must check it. */
    csrfPending: boolean;
  };
}

export type AppContext = Context<AppEnv>;

/** @throws ProblemError `unauthorized` when nobody is signed in. */
export function whoOf(c: AppContext): Who {
  const who = c.get('who');
  if (!who) throw new ProblemError('unauthorized');
  return who;
}

/** Runs `work` with the rows of the person who asks and no others. */
export function forPerson<T>(c: AppContext, deps: Pick<AppDeps, 'db'>, work: (tx: Tx, userId: string) => Promise<T>): Promise<T> {
  const { userId } = whoOf(c);
  return asUser(deps.db, userId, (tx) => work(tx, userId));
}
