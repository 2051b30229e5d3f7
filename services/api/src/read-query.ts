// Parameters of a page's address: what a page knows must be what it asks for, or the page that is shown would be another than was meant. What a
// page does not know is nobody's business here: mail programs and search engines hang their own behind an address.
import type { AppContext } from './context.ts';
import { ProblemError } from './problem.ts';

/** One of `choices`; undefined where the address does not name it. @throws ProblemError `invalid_request` */
export function readChoice<Choice extends string>(c: AppContext, name: string, choices: readonly Choice[]): Choice | undefined {
  const given = c.req.query(name);
  const choice = choices.find((one) => one === given);
  if (given && choice === undefined) throw wrongQuery(name, `must be one of ${choices.join(', ')}`);
  return choice;
}

export function wrongQuery(name: string, message: string): ProblemError {
  return new ProblemError('invalid_request', { errors: [{ path: `query.${name}`, message }] });
}
