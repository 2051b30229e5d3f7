// The fields of a posted form as texts. Whoever writes the request chooses what stands in them: a file where a text belongs counts as not given.
import type { AppContext } from './context.ts';

export async function readForm(c: AppContext): Promise<Record<string, string>> {
  const fields = Object.entries(await c.req.parseBody());
  return Object.fromEntries(fields.filter((field): field is [string, string] => typeof field[1] === 'string'));
}

/** The same where a field may come several times: all texts of one. */
export async function readFields(c: AppContext): Promise<(name: string) => string[]> {
  const fields = await c.req.parseBody({ all: true });
  return (name) => [fields[name] ?? []].flat().filter((value) => typeof value === 'string');
}
