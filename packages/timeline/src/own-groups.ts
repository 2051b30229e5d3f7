// The person's word on which events are one subscription: groups that stand together, and subscriptions that were merged. An event that is gone
// (corrected, erased from the timeline) is passed over; the next of its subscription stands for it.
import { anchored, type Anchor, type Hand } from '@quittance/domain/hand';
import { addInOrder, type Cluster } from './cluster.ts';

export interface Group {
  /** Events next to which it belongs. */
  readonly members: ReadonlySet<string>;
  /** It belongs to a subscription that is there without it. */
  readonly isAttached: boolean;
}

/** By event; the latest word counts. */
export function groupOf(groups: Hand['groups']): Map<string, Group> {
  const latest = new Map<string, Hand['groups'][number]>();
  for (const group of groups) for (const event of group.events) latest.set(event, group);
  const built = new Map<string, Group>();
  for (const [event, group] of latest) {
    // Members that were since put elsewhere do not lead there.
    const own = group.events.filter((other) => latest.get(other) === group);
    built.set(event, { members: new Set(group.with ?? own), isAttached: group.with !== null });
  }
  return built;
}

/** Joins what the person merged. */
export function joinMerged(clusters: Cluster[], merges: Hand['merges'], order: ReadonlyMap<string, number>): void {
  for (const { one, other } of merges) {
    const [into, from] = [findAnchored(clusters, one), findAnchored(clusters, other)];
    if (!into || !from || into === from) continue;
    clusters.splice(clusters.indexOf(from), 1);
    addInOrder(into, from.events, order);
  }
}

/** The subscription that has the first of these events that any has. */
export function findAnchored<T extends { readonly events: readonly { readonly id: string }[] }>(
  all: readonly T[],
  anchor: Anchor,
): T | null {
  return anchored(anchor, (id) => all.find(({ events }) => events.some((event) => event.id === id))) ?? null;
}
