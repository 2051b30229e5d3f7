// `costs --json` and GET /api/v1/costs: what runs costs, in total in the person's currency, by rates that they entered.
import { formatDecimal } from '@quittance/domain/money';
import type { Rate } from '@quittance/domain/rate';
import type { Subscription } from '@quittance/domain/subscription';
import type { CivilDate } from '@quittance/domain/civil-date';
import { costsOf, risesOf, type Cost } from '@quittance/timeline/costs';

interface CostJson {
  month: string;
  year: string;
  currency: string;
}

export interface CostsJson {
  total: CostJson;
  /** Currencies that the total lacks: enter a rate. */
  missing: string[];
  /** With which it was converted, and of which day they are. */
  rates: { from: string; to: string; rate: string; on: string }[];
  items: { subscription_id: string; merchant: string; plan: string | null; cost: CostJson; own: CostJson | null }[];
  rises: {
    subscription_id: string;
    merchant: string;
    on: string;
    from: string;
    to: string;
    currency: string;
    percent: number;
    event_id: string;
  }[];
}

export function costsJson(subscriptions: readonly Subscription[], currency: string, rates: readonly Rate[], today: CivilDate): CostsJson {
  const costs = costsOf(subscriptions, currency, rates);
  return {
    total: costJson(costs.total),
    missing: [...costs.missing],
    rates: costs.rates.map(({ from, to, rate, on }) => ({ from, to, rate, on })),
    items: costs.each.map(({ subscription, own, ...cost }) => ({
      subscription_id: subscription.id,
      merchant: subscription.merchant.name,
      plan: subscription.plan,
      cost: costJson(cost),
      own: own && costJson(own),
    })),
    rises: risesOf(subscriptions, today).map(({ subscription, on, from, to, share, eventId }) => ({
      subscription_id: subscription.id,
      merchant: subscription.merchant.name,
      on,
      from: formatDecimal(from),
      to: formatDecimal(to),
      currency: to.currency,
      percent: Math.round(share * 1000) / 10,
      event_id: eventId,
    })),
  };
}

function costJson({ month, year }: Cost): CostJson {
  return { month: formatDecimal(month), year: formatDecimal(year), currency: year.currency };
}
