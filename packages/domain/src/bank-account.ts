// Accounts as bank files name them: an IBAN in one, the bank's and the account's number in another, with figures hidden in a third.

/** Whether these are surely two: of one that a file does not name, or names in another form, nobody knows. */
export function areTwoAccounts(one: string, other: string): boolean {
  const [a, b] = [ownNumber(one), ownNumber(other)];
  return a !== '' && b !== '' && !a.includes(b) && !b.includes(a);
}

// An IBAN has the account's number in it. Hidden figures, with what stands in front of them, and leading zeros say nothing.
function ownNumber(account: string): string {
  return account
    .slice(account.lastIndexOf('/') + 1)
    .toUpperCase()
    .replace(/^.*(?:[*•]|X{2,})/, '')
    .replaceAll(/[^A-Z0-9]/g, '')
    .replace(/^[X0]+/, '');
}
