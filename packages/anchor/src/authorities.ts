// Time-stamp authorities that are known here, offered where the operator names none (TSA_URLS). Nobody is asked before a person agreed. Terms and
// addresses are those that the authorities publish; whether one answers is seen on the page.

export interface Authority {
  readonly url: string;
  readonly name: string;
  /** Qualified in the sense of eIDAS Art. 42: its time is presumed right in all of the EU (Art. 41). */
  readonly qualified: boolean;
  /** Ticked unless the person unticks it. */
  readonly suggested: boolean;
}

const KNOWN: readonly Authority[] = [
  { url: 'http://timestamp.digicert.com', name: 'DigiCert', qualified: false, suggested: true },
  { url: 'http://timestamp.sectigo.com', name: 'Sectigo', qualified: false, suggested: true },
  { url: 'http://timestamp.sectigo.com/qualified', name: 'Sectigo (qualified, eIDAS)', qualified: true, suggested: false },
];

/** What a person may agree to: those of TSA_URLS, else the known ones. */
export function offeredAuthorities(configured: readonly string[] | undefined): Authority[] {
  if (configured === undefined) return [...KNOWN];
  return configured.map((url) => KNOWN.find((known) => known.url === url) ?? { url, name: nameOf(url), qualified: false, suggested: true });
}

export function nameOf(url: string): string {
  return KNOWN.find((known) => known.url === url)?.name ?? (URL.canParse(url) ? new URL(url).host : url);
}
