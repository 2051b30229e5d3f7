// A watched folder as the command line shows it.
export interface InletJson {
  id: string;
  /** `maildir` or `drop`. */
  kind: string;
  path: string;
  checked_at: string | null;
  problem: { code: string; text: string } | null;
  /** Messages taken in. */
  messages: number;
  unreadable: { name: string; code: string; text: string; seen_at: string }[];
  created_at: string;
}

export function inletJson(inlet: {
  readonly id: string;
  readonly kind: string;
  readonly path: string;
  readonly checkedAt: string | null;
  readonly problem: { readonly code: string; readonly text: string } | null;
  readonly files: number;
  readonly unreadable: readonly { readonly name: string; readonly code: string; readonly text: string; readonly seenAt: string }[];
  readonly createdAt: string;
}): InletJson {
  const { id, kind, path, checkedAt, problem, files, unreadable, createdAt } = inlet;
  return {
    id,
    kind,
    path,
    checked_at: checkedAt,
    problem: problem && { code: problem.code, text: problem.text },
    messages: files,
    unreadable: unreadable.map(({ name, code, text, seenAt }) => ({ name, code, text, seen_at: seenAt })),
    created_at: createdAt,
  };
}
