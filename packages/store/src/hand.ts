// The person's own acts as they count now: those that were not undone, in the order in which they were done. Few for each person, so they are
// read whole.
import type { Rate } from '@quittance/domain/rate';
import { handOf, ratesOf, setAsides, type Act, type DoneAct, type Hand, type SetAside } from '@quittance/domain/hand';
import type { Instant } from '@quittance/domain/instant';
import type { Viewpoint } from '@quittance/domain/viewpoint';
import { civilDateOf } from '@quittance/domain/civil-date';
import { sql } from 'kysely';
import type { Queryable } from './database.ts';
import { presentIds } from './former-ids.ts';

export interface ListedAct extends DoneAct {
  readonly undone: { readonly actId: string; readonly at: Instant } | null;
  readonly file: ListedFile | null;
  readonly leafIndex: number;
}

interface ListedFile {
  /** '' once it is erased. */
  readonly name: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly erasedAt: Instant | null;
}

/** Every act but the undoings, which stand with what they undid. Oldest first. */
export async function listActs(db: Queryable, userId: string): Promise<ListedAct[]> {
  const { rows } = await sql<{
    id: string;
    data: Act;
    event_id: string | null;
    made_at: Instant;
    leaf_index: number;
    undone_by: string | null;
    undone_at: Instant | null;
    name: string | null;
    content_type: string | null;
    size_bytes: number | null;
    sha256: Buffer | null;
    erased_at: Instant | null;
  }>`
    select a.id, a.data, a.event_id, a.made_at, a.leaf_index, u.id as undone_by, u.made_at as undone_at,
           f.name, f.content_type, f.size_bytes, f.sha256, f.erased_at
    from act a
    left join act u on u.undoes = a.id
    left join act_file f on f.act_id = a.id
    where a.user_id = ${userId}::uuid and a.undoes is null
    order by a.seq`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    act: row.data,
    eventId: row.event_id,
    madeAt: row.made_at,
    leafIndex: row.leaf_index,
    undone: row.undone_by && row.undone_at ? { actId: row.undone_by, at: row.undone_at } : null,
    file: row.sha256 && {
      name: row.name!,
      contentType: row.content_type!,
      sizeBytes: row.size_bytes!,
      sha256: row.sha256.toString('hex'),
      erasedAt: row.erased_at,
    },
  }));
}

export async function loadHand(db: Queryable, userId: string): Promise<Hand> {
  const acts = await listActs(db, userId);
  const [done, undone] = [acts.filter((act) => !act.undone), acts.filter((act) => act.undone)];
  return handOf(
    done,
    undone.flatMap((act) => act.eventId ?? []),
  );
}

export async function loadRates(db: Queryable, userId: string): Promise<Rate[]> {
  return ratesOf((await listActs(db, userId)).filter((act) => !act.undone));
}

/** From where this person looks at their subscriptions at that moment. */
export async function readViewpoint(db: Queryable, userId: string, now: Date): Promise<Viewpoint> {
  const person = await db.selectFrom('app_user').select(['country', 'time_zone']).where('id', '=', userId).executeTakeFirstOrThrow();
  const acts = await listActs(db, userId);
  return {
    today: civilDateOf(now, person.time_zone),
    country: person.country,
    setAside: await withPresentIds(db, userId, setAsides(acts.filter((act) => !act.undone))),
  };
}

// A finding that no event tells is named by its subscription (finding-id.ts), which may have another id than when the person put it aside.
async function withPresentIds(db: Queryable, userId: string, aside: readonly SetAside[]): Promise<SetAside[]> {
  const aboutOf = ({ finding }: SetAside): string => finding.split(':')[1] ?? '';
  const present = await presentIds(db, userId, [...new Set(aside.map(aboutOf).filter((about) => UUID.test(about)))]);
  return aside.map((one) => {
    const now = present.get(aboutOf(one));
    return now === undefined ? one : { ...one, finding: one.finding.replace(aboutOf(one), now) };
  });
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
