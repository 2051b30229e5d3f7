// A table that sets what was beside what will be: "Last year | This year", « Aujourd'hui | À partir du 2 février », "2024 | 2025", 「変更前 | 変更後」. Says of an
// amount in it whether it is the former one or the new one, and what its row is called. Part of extract-amount.ts.

export interface ComparedCell {
  readonly side: 'old' | 'new';
  /** Folded; '' where the row has no label. */
  readonly rowLabel: string;
}

const ROWS_UP_MAX = 10;
const FORMER =
  /^(?:now|today|current\w*|last year|old|before|previous\w*|until .*|up to .*|so far|actuel\w*|aujourd'hui|ancien\w*|avant|jusqu.*|l'an dernier|annee precedente|heute|bisher\w*|aktuell\w*|alte?[nrs]?|vorher|bis .*|letztes jahr|actual\w*|ahora|hoy|antes|anterior\w*|hasta .*|attual\w*|oggi|prima|precedente|vecchi\w*|fino .*|atual\w*|hoje|ate .*|oude?|huidig\w*|nu|vorig\w*|tot .*|obecn\w*|dotychczas\w*|stary|stara|bylo|変更前|改定前|現在|現行|旧.*|これまで)\b.{0,30}$|^(?:変更前|改定前|現在|現行|旧)/;
const COMING =
  /^(?:now|maintenant|jetzt|ahora|adesso|agora|teraz|new\w*|this year|next year|after.*|from .*|as of .*|starting .*|nouve\w*|a (?:partir|compter) .*|apres.*|des .*|cette annee|ab .*|neue?[nrs]?|kunftig\w*|dieses jahr|nuev\w*|desde .*|despues.*|nuov\w*|dal .*|dopo.*|nov[oa]s?|depois.*|nieuwe?|vanaf .*|straks|now[aey]\w*|od .*|po zmianie)\b.{0,30}$|^(?:変更後|改定後|新)|(?:から|以降)$/;

/** @param at offset of the amount in the folded text. */
export function comparedCell(folded: string, at: number): ComparedCell | null {
  const lineStart = folded.lastIndexOf('\n', at - 1) + 1;
  const before = folded.slice(lineStart, at).split(' | ');
  if (before.length < 2 || at - lineStart > 300) return null;
  const lineEnd = endOf(folded, at);
  const cells = folded.slice(lineStart, Math.min(lineEnd, lineStart + 400)).split(' | ');
  const column = before.length - 1;
  let end = lineStart - 1;
  for (let up = 0; up < ROWS_UP_MAX && end > 0; up += 1) {
    const start = folded.lastIndexOf('\n', end - 1) + 1;
    const head = folded
      .slice(start, Math.min(end, start + 300))
      .split(' | ')
      .map((cell) => cell.trim());
    if (head.length < 2) return null;
    const shift = cells.length - head.length;
    const side = shift === 0 || shift === 1 ? sideOf(head, column - shift) : null;
    if (side !== null) return { side, rowLabel: cells[0]!.trim() };
    end = start - 1;
  }
  return null;
}

function sideOf(head: readonly string[], column: number): 'old' | 'new' | null {
  const [former, coming] = head.slice(-2) as [string, string];
  const years = [former, coming].map((cell) => Number(/(?:^|\D)(20\d\d)$/.exec(cell)?.[1] ?? 0)) as [number, number];
  const isCompared = (FORMER.test(former) && COMING.test(coming)) || (years[0] > 0 && years[1] === years[0] + 1);
  if (!isCompared) return null;
  if (column === head.length - 2) return 'old';
  return column === head.length - 1 ? 'new' : null;
}

function endOf(folded: string, at: number): number {
  const end = folded.indexOf('\n', at);
  return end === -1 ? folded.length : end;
}
