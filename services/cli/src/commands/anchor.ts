// `quittance anchor`: trusted time. Who may be asked for time stamps, what they answered, and a stamp at once.
import { nameOf } from '@quittance/anchor/authorities';
import { createStamping, type Stamping } from '@quittance/anchor/stamping';
import { PermanentError } from '@quittance/domain/errors';
import { toInstant } from '@quittance/domain/instant';
import { EXIT, type ExitCode } from '@quittance/runtime/exit-codes';
import { latestAnchor } from '@quittance/store/anchor-log';
import { listAuthorityStates, readAgreement, saveAgreement, type AuthorityState } from '@quittance/store/time-stamps';
import { asUser } from '@quittance/store/transaction';
import type { Context } from '../context.ts';
import { withJson } from '../json-example.ts';
import { emit, table, visible } from '../output.ts';
import type { Register } from '../program.ts';

interface AnchorJson {
  readonly agreed: boolean;
  readonly anchored_at: string | null;
  readonly anchor_size: number | null;
  readonly authorities: readonly AuthorityJson[];
}

interface AuthorityJson {
  readonly url: string;
  readonly name: string;
  readonly qualified: boolean;
  readonly agreed: boolean;
  readonly stamps: number;
  readonly last_stamp_at: string | null;
  readonly problem: { readonly code: string; readonly text: string; readonly at: string; readonly attempts: number } | null;
}

const EXAMPLE: AnchorJson = {
  agreed: true,
  anchored_at: '2026-11-23T00:05:12.000Z',
  anchor_size: 31,
  authorities: [
    {
      url: 'http://timestamp.digicert.com',
      name: 'DigiCert',
      qualified: false,
      agreed: true,
      stamps: 12,
      last_stamp_at: '2026-11-23T00:05:13.000Z',
      problem: null,
    },
  ],
};

export const register: Register = (program, handle) => {
  const anchor = program.command('anchor').description('time stamps of independent authorities (off until you agree)');
  const status = anchor.command('status').description('who may be asked, what they answered, what failed').action(handle(showStatus));
  withJson(status, EXAMPLE);
  const agreeing = anchor
    .command('agree')
    .argument('[authority...]', 'addresses out of "anchor status"; the suggested ones when none is given')
    .description('let authorities stamp the daily head of the log: a hash and nothing else goes out')
    .action(handle(agree));
  withJson(agreeing, EXAMPLE);
  const withdrawing = anchor.command('withdraw').description('ask no authority any more; the stamps so far stay').action(handle(withdraw));
  withJson(withdrawing, { ...EXAMPLE, agreed: false });
  const running = anchor.command('run').description('anchor and stamp now instead of tonight').action(handle(run));
  withJson(running, EXAMPLE);
};

async function showStatus(context: Context): Promise<void> {
  await report(context);
}

async function agree(context: Context, wanted: readonly string[]): Promise<void> {
  const { db } = await context.store();
  const { id: userId } = await context.person();
  const { offered } = await stampingOf(context);
  const unknown = wanted.find((url) => !offered.some((authority) => authority.url === url));
  if (unknown !== undefined) {
    throw new PermanentError(
      'usage',
      `"${unknown}" is not offered here. Offered: ${offered.map(({ url }) => url).join(', ') || 'none'}. The operator names others in TSA_URLS.`,
    );
  }
  const chosen = wanted.length > 0 ? wanted : offered.filter(({ suggested }) => suggested).map(({ url }) => url);
  if (chosen.length === 0) throw new PermanentError('usage', 'no authority is offered: TSA_URLS is empty.');
  await asUser(db, userId, (tx) => saveAgreement(tx, userId, chosen, toInstant(new Date())));
  await report(context);
}

async function withdraw(context: Context): Promise<void> {
  const { db } = await context.store();
  const { id: userId } = await context.person();
  await asUser(db, userId, (tx) => saveAgreement(tx, userId, [], toInstant(new Date())));
  await report(context);
}

async function run(context: Context): Promise<ExitCode> {
  const { id: userId } = await context.person();
  const stamping = await stampingOf(context);
  // A person waits for it, so the authorities get their time.
  const isStamped = await stamping.stampNow(userId, 20_000);
  await report(context);
  return isStamped ? EXIT.ok : EXIT.failed;
}

async function stampingOf(context: Context): Promise<Stamping> {
  const { db, vault } = await context.store();
  return createStamping({ db, vault, log: context.log, config: context.config });
}

async function report(context: Context): Promise<void> {
  const { words } = context;
  const { db } = await context.store();
  const { id: userId } = await context.person();
  const { offered } = await stampingOf(context);
  const { agreement, anchor, states } = await asUser(db, userId, async (tx) => ({
    agreement: await readAgreement(tx, userId),
    anchor: await latestAnchor(tx),
    states: await listAuthorityStates(tx),
  }));
  const agreed = agreement?.authorities ?? [];
  const urls = [...new Set([...offered.map(({ url }) => url), ...states.map(({ authority }) => authority)])];
  const authorities = urls.map((url) => {
    const qualified = offered.find((one) => one.url === url)?.qualified ?? false;
    return authorityJson(url, qualified, agreed, states);
  });
  const document: AnchorJson = {
    agreed: agreement !== null,
    anchored_at: anchor?.madeAt ?? null,
    anchor_size: anchor?.size ?? null,
    authorities,
  };
  emit(context, document, () =>
    [
      document.agreed ? words.stampsAgreed : words.stampsOff,
      document.anchored_at === null ? words.notAnchored : words.anchoredAt(document.anchored_at),
      table(
        [words.authority, words.address, words.agreed, words.lastStamp, words.problem],
        authorities.map((one) => [
          one.name,
          one.url,
          one.agreed ? words.yes : words.no,
          one.last_stamp_at ?? '',
          one.problem ? visible(one.problem.text) : '',
        ]),
      ),
    ].join('\n'),
  );
}

function authorityJson(url: string, qualified: boolean, agreed: readonly string[], states: readonly AuthorityState[]): AuthorityJson {
  const state = states.find(({ authority }) => authority === url);
  return {
    url,
    name: nameOf(url),
    qualified,
    agreed: agreed.includes(url),
    stamps: state?.stamps ?? 0,
    last_stamp_at: state?.lastStampAt ?? null,
    problem: state?.problem ?? null,
  };
}
