// One known service: how it is called, from where it sends, what it sells. The data files of this folder are lists of these.

export interface Merchant {
  /** Stable: stored with events. Lower case, digits and hyphens. */
  readonly id: string;
  readonly name: string;
  /** Registrable domains that are the service's own. Several services of one house may share a domain. */
  readonly domains: readonly string[];
  /** Other names that mails use for it, without accents needed; matched as whole words. */
  readonly aliases: readonly string[];
  readonly plans: readonly string[];
}

/** Short form for the data files: `service('netflix', 'Netflix', 'netflix.com', 'Netflix.com', 'Standard|Premium')`, lists parted by `|`. */
export function service(id: string, name: string, domains: string, aliases = '', plans = ''): Merchant {
  return { id, name, domains: list(domains), aliases: list(aliases), plans: list(plans) };
}

function list(text: string): string[] {
  return text === '' ? [] : text.split('|');
}
