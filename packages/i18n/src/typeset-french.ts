// The spaces of French punctuation, set in one place so that no sentence has to remember them: a narrow one before ; ! ? and a full one before the
// colon and inside « », none of which a line may break at (Imprimerie nationale, Lexique des règles typographiques). Catalogues are written with
// ordinary spaces and pass through here once, what their functions make each time.

export function typesetFrench<Texts>(texts: Texts): Texts {
  return typeset(texts) as Texts;
}

function typeset(value: unknown): unknown {
  if (typeof value === 'string') return setSpaces(value);
  if (typeof value === 'function') return (...values: unknown[]): unknown => typeset((value as (...all: unknown[]) => unknown)(...values));
  if (Array.isArray(value)) return value.map(typeset);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, typeset(one)]));
}

function setSpaces(text: string): string {
  return text
    .replaceAll(/[ \u00a0](?=[;!?])/g, '\u202f')
    .replaceAll(/ (?=[:»])/g, '\u00a0')
    .replaceAll('« ', '«\u00a0');
}
