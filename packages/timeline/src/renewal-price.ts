// What the next renewal will cost: a price that is announced for it, or for a day before it, though today another holds.
import type { CivilDate } from '@quittance/domain/civil-date';
import type { Money } from '@quittance/domain/money';
import type { Subscription } from '@quittance/domain/subscription';

type Seen = Pick<Subscription, 'price' | 'prices' | 'renewsOn' | 'ownTerms'>;

export function renewalPrice({ price, prices, renewsOn, ownTerms }: Seen, today: CivilDate): Money | null {
  if (ownTerms.includes('price')) return price;
  const announced = prices.filter(({ from }) => renewsOn !== null && from > today && from <= renewsOn);
  return announced.toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1)?.price ?? price;
}
