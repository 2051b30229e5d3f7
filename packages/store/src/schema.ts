// The tables as kysely sees them; migrations/ is the truth, test/tidy compares the two. Instants and dates are text (see database.ts).
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Instant } from '@quittance/domain/instant';
import type { CivilDate } from '@quittance/domain/civil-date';

/** Read as an instant; written as an instant or a Date. */
type At = ColumnType<Instant, Instant | Date, Instant | Date>;
type AtOrNull = ColumnType<Instant | null, Instant | Date | null | undefined, Instant | Date | null>;
type AtDefault = ColumnType<Instant, Instant | Date | undefined, Instant | Date>;
type Id = ColumnType<number, never, never>;
type Json<T extends object | null> = JSONColumnType<T>;

export interface Schema {
  app_user: {
    id: Generated<string>;
    address: string | null;
    name: Generated<string>;
    language: Generated<'en' | 'fr'>;
    country: string | null;
    time_zone: Generated<string>;
    currency: Generated<string>;
    password_hash: string | null;
    next_event_seq: Generated<number>;
    fold_version: Generated<number>;
    set_up_at: AtOrNull;
    created_at: AtDefault;
  };
  sign_in_link: { token_hash: Buffer; user_id: string; expires_at: At; used_at: AtOrNull };
  session: {
    token_hash: Buffer;
    user_id: string;
    csrf_token: string;
    created_at: AtDefault;
    seen_at: AtDefault;
    expires_at: At;
  };
  api_token: {
    id: Generated<string>;
    user_id: string;
    name: string;
    token_hash: Buffer;
    scopes: string[];
    created_at: AtDefault;
    used_at: AtOrNull;
    revoked_at: AtOrNull;
  };
  mailbox: {
    id: Generated<string>;
    user_id: string;
    address: string;
    host: string;
    port: number;
    tls: 'tls' | 'starttls' | 'none';
    username: string;
    credential: Buffer;
    sign_in: Generated<'password' | 'google' | 'microsoft'>;
    renewed_refresh_token: Generated<Buffer | null>;
    state: Generated<'active' | 'stopped' | 'removed'>;
    problem_code: string | null;
    problem_text: string | null;
    problem_since: AtOrNull;
    checked_at: AtOrNull;
    backfill_total: Generated<number>;
    backfill_done: Generated<number>;
    backfill_finished_at: AtOrNull;
    history_problem_code: string | null;
    history_problem_text: string | null;
    history_problem_since: AtOrNull;
    history_day_bytes: Generated<number>;
    history_day_began_at: AtOrNull;
    reading: Generated<'auto' | 'sparing' | 'whole'>;
    bytes_read: Generated<number>;
    sign_ins: Generated<number>;
    created_at: AtDefault;
  };
  login_turn: { host: string; free_at: At };
  mailbox_lease: { mailbox_id: string; user_id: string; owner: string; token: number; expires_at: At };
  folder: {
    id: Generated<string>;
    user_id: string;
    mailbox_id: string;
    path: string;
    special_use: string | null;
    uid_validity: number | null;
    next_uid: Generated<number>;
    low_uid: Generated<number>;
    wanted: Generated<boolean>;
    failures: Generated<number>;
    checked_at: AtOrNull;
    choice: boolean | null;
    listed: Generated<boolean>;
    reconciled_at: AtOrNull;
  };
  coverage: {
    id: Id;
    user_id: string;
    mailbox_id: string;
    folder_id: string;
    uid_validity: number | null;
    uid_next: number;
    from_at: At;
    until_at: At;
  };
  content: {
    id: Id;
    user_id: string;
    content_key: Buffer;
    state: Generated<'pending' | 'kept' | 'ignored' | 'quarantined'>;
    attempts: Generated<number>;
    reading_since: AtOrNull;
    problem_code: string | null;
    problem_text: string | null;
    first_seen_at: At;
    settled_at: AtOrNull;
  };
  staged_message: {
    content_id: number;
    user_id: string;
    mailbox_id: string | null;
    origin: Json<OriginJson>;
    internal_date: AtOrNull;
    captured_at: At;
    size_bytes: number;
    wrapped_key: Buffer;
    ciphertext: Buffer;
  };
  outbox: {
    id: Id;
    user_id: string;
    content_id: number;
    priority: 'live' | 'history';
    created_at: AtDefault;
    published_at: AtOrNull;
  };
  location: {
    id: Id;
    user_id: string;
    mailbox_id: string | null;
    folder_id: string | null;
    path: string;
    uid_validity: number | null;
    uid: number | null;
    state: 'pending' | 'kept' | 'ignored' | 'gone' | 'oversized' | 'quarantined';
    content_id: number | null;
    provider_id: string | null;
    internal_date: AtOrNull;
    size_bytes: number | null;
    attempts: Generated<number>;
    missing_count: Generated<number>;
    next_try_at: AtOrNull;
    problem_code: string | null;
    headers: Buffer | null;
    seen_at: At;
  };
  inlet: {
    id: Generated<string>;
    user_id: string;
    kind: 'maildir' | 'drop';
    path: string;
    checked_at: AtOrNull;
    problem_code: string | null;
    problem_text: string | null;
    created_at: AtDefault;
  };
  inlet_file: {
    inlet_id: string;
    user_id: string;
    name: string;
    size_bytes: Generated<number | null>;
    problem_code: string | null;
    problem_text: string | null;
    seen_at: At;
  };
  import_file: {
    user_id: string;
    fingerprint: Buffer;
    path: string;
    offset_bytes: Generated<number>;
    messages: Generated<number>;
    finished_at: AtOrNull;
    updated_at: AtDefault;
  };
  message: {
    id: Id;
    user_id: string;
    content_id: number;
    sha256: Buffer;
    size_bytes: number;
    rfc_message_id: string | null;
    from_address: string;
    from_name: string;
    subject: string;
    language: string;
    sent_at: AtOrNull;
    received_at: AtOrNull;
    internal_date: AtOrNull;
    captured_at: At;
    /** Generated: last Received hop, else INTERNALDATE, else Date header, else our capture. */
    dated_at: ColumnType<Instant, never, never>;
    mailbox_id: string | null;
    origin: Json<OriginJson>;
    /** Written as a tsvector expression; see search-text.ts. */
    search: ColumnType<string, string, string>;
    erased_at: AtOrNull;
  };
  message_secret: { message_id: number; user_id: string; wrapped_key: Buffer; salt: Buffer };
  message_body: { message_id: number; user_id: string; ciphertext: Buffer };
  verdict: {
    id: Id;
    user_id: string;
    message_id: number;
    level: 'A' | 'B' | 'C' | 'D' | 'R';
    pending: boolean;
    detail: Json<object>;
    made_at: At;
  };
  log: { user_id: string; origin: string; size: Generated<number> };
  log_leaf: {
    user_id: string;
    leaf_index: number;
    entry: string;
    leaf_hash: Buffer;
    message_id: number | null;
    manifest: Buffer | null;
    appended_at: At;
  };
  log_node: { user_id: string; level: number; node_index: number; hash: Buffer };
  log_checkpoint: { user_id: string; size: number; note: string; made_at: At };
  event: {
    id: Generated<string>;
    user_id: string;
    seq: number;
    message_id: number | null;
    kind: string;
    decided: 'auto' | 'probable' | 'abstain';
    confidence: number;
    source: Generated<'mail' | 'person' | 'bank'>;
    statement_line_id: number | null;
    payee_key: string | null;
    merchant_id: string | null;
    merchant_name: string | null;
    merchant_domains: Generated<string[]>;
    biller: string | null;
    plan: string | null;
    amount_minor: number | null;
    currency: string | null;
    period: string | null;
    renews_on: CivilDate | null;
    ends_on: CivilDate | null;
    effective_on: CivilDate | null;
    notice_period: string | null;
    minimum_term_ends_on: CivilDate | null;
    cancel_by: CivilDate | null;
    reference: string | null;
    language: string;
    reasons: Json<object[]>;
    suspicions: Generated<string[]>;
    occurred_at: At;
    recorded_at: At;
  };
  statement_file: {
    id: Id;
    user_id: string;
    sha256: Buffer;
    name: string;
    format: 'csv' | 'ofx' | 'camt';
    size_bytes: number;
    mapping: Json<object> | null;
    line_count: number;
    new_count: number;
    skipped_count: number;
    salt: Buffer;
    manifest: Buffer;
    leaf_index: number;
    imported_at: At;
    removed_at: AtOrNull;
  };
  statement_draft: { id: Generated<string>; user_id: string; name: string; ciphertext: Buffer; created_at: At };
  statement_line: {
    id: Id;
    user_id: string;
    file_id: number;
    identity: Buffer;
    position: number;
    booked_on: CivilDate;
    transacted_on: CivilDate | null;
    amount_minor: number;
    currency: string;
    text: string;
    account: string;
    removed_at: AtOrNull;
  };
  payee_choice: {
    user_id: string;
    payee_key: string;
    merchant_id: string | null;
    merchant_name: string | null;
    merchant_domains: Generated<string[]>;
    made_at: At;
  };
  event_template: { event_id: string; user_id: string; sender_domain: string; subject_key: string; sketch: Buffer; read_as: string };
  suggestion: { event_id: string; user_id: string; kind: string | null; quote: string | null; model: string; made_at: At };
  correction: { id: Id; user_id: string; event_id: string; kind: string; made_at: At };
  act: {
    id: Generated<string>;
    user_id: string;
    seq: Id;
    kind: string;
    data: Json<object>;
    event_id: string | null;
    undoes: string | null;
    salt: Buffer;
    leaf_index: number;
    made_at: At;
  };
  act_file: {
    act_id: string;
    user_id: string;
    name: string;
    content_type: string;
    size_bytes: number;
    sha256: Buffer;
    salt: Buffer | null;
    leaf_index: number;
    wrapped_key: Buffer | null;
    ciphertext: Buffer | null;
    erased_at: ColumnType<Instant | null, Instant | Date | null | undefined, Instant | Date | null>;
    erase_leaf_index: ColumnType<number | null, number | null | undefined, number | null>;
  };
  subscription: {
    id: string;
    user_id: string;
    merchant_id: string;
    name_key: Generated<string>;
    state: Json<object>;
    event_ids: readonly string[];
    last_event_at: At;
  };
  subscription_event: { event_id: string; subscription_id: string; user_id: string };
  alert: {
    id: Generated<string>;
    user_id: string;
    kind: string;
    dedupe_key: string;
    told_as: Generated<string[]>;
    data: Json<object>;
    due_at: At;
    created_at: At;
    seen_at: AtOrNull;
  };
  push_key: { id: number; public_key: Buffer; private_key: Buffer; made_at: AtDefault };
  channel: {
    id: Generated<string>;
    user_id: string;
    kind: 'email' | 'webhook' | 'ntfy' | 'web_push';
    target: string;
    secret: Buffer | null;
    kinds: string[] | null;
    created_at: AtDefault;
    removed_at: AtOrNull;
    problem_code: string | null;
    problem_text: string | null;
    problem_since: AtOrNull;
  };
  delivery: {
    id: Generated<string>;
    user_id: string;
    alert_id: string | null;
    channel_id: string;
    state: Generated<'due' | 'delivered' | 'failed' | 'cancelled'>;
    attempts: Generated<number>;
    next_try_at: At;
    claimed_until: AtOrNull;
    receipt: Json<object> | null;
    problem_code: string | null;
    problem_text: string | null;
    created_at: At;
    settled_at: AtOrNull;
    /** Of people with quiet hours or a digest: `go`, or what it waits for until next_try_at; null until looked at. */
    hold: 'go' | 'quiet' | 'digest' | null;
    /** The time of the digest that this delivery is. */
    digest_at: AtOrNull;
    /** The digest that carries it. */
    gathered_in: string | null;
  };
  alert_preference: {
    user_id: string;
    muted_kinds: string[];
    renewal_notice_days: number[];
    trial_ending_days: number[];
    cancel_by_days: number[];
    quiet_from: string | null;
    quiet_until: string | null;
    digest: 'off' | 'daily' | 'weekly';
    updated_at: At;
  };
  calendar_feed: { user_id: string; token_hash: Buffer; made_at: At };
  dkim_key: {
    name: string;
    record: string;
    source: string;
    first_seen_at: At;
    last_seen_at: At;
    /** null while messages that lacked this key are still to be verified again. */
    tried_at: AtOrNull;
  };
  anchor_leaf: { leaf_index: number; entry: string; leaf_hash: Buffer; appended_at: At };
  anchor_node: { level: number; node_index: number; hash: Buffer };
  anchor_checkpoint: { size: number; note: string; made_at: At };
  anchored_checkpoint: { user_id: string; size: number; leaf_index: number };
  anchor_key: { generation: number; verifier_key: string; leaf_index: number; salt: Buffer; note: string; made_at: At };
  time_stamp: {
    id: Id;
    anchor_size: number;
    authority: string;
    token: Buffer;
    gen_at: At;
    policy: string;
    signer: string;
    root: string;
    leaf_index: number;
    received_at: At;
  };
  stamp_request: {
    anchor_size: number;
    authority: string;
    state: Generated<'due' | 'stamped' | 'given_up'>;
    attempts: Generated<number>;
    next_try_at: At;
    problem_code: string | null;
    problem_text: string | null;
    problem_at: AtOrNull;
  };
  stamp_agreement: { user_id: string; authorities: string[]; agreed_at: At };
  log_key: {
    user_id: string;
    generation: number;
    verifier_key: string;
    leaf_index: number;
    salt: Buffer;
    note: string;
    made_at: At;
  };
  calendar_entry: { user_id: string; uid: string; content_hash: Buffer; sequence: Generated<number>; modified_at: At };
}

/** How a message came to us; goes into its manifest. */
export type OriginJson =
  | { kind: 'imap'; host: string; username: string; path: string; uidValidity: number | null; uid: number }
  | { kind: 'import'; path: string };
