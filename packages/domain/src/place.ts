// Where a person lives: country, time zone and currency as codes, as they are set. Which of them exist is Unicode's knowledge (CLDR), which the
// runtime carries.

const COUNTRY = /^([A-Z]{2})(-[A-Z0-9]{1,3})?$/;
const UNKNOWN_REGION = 'ZZ';

/**
 * @param text ISO 3166-1 alpha-2, with a subdivision where its law differs: `FR`, `US-CA`; upper or lower case.
 * @returns the code as it is kept (`UK` is `GB`), null for none that exists.
 */
export function readCountry(text: string): string | null {
  const [, region, subdivision = ''] = COUNTRY.exec(text.toUpperCase()) ?? [];
  if (!region || region === UNKNOWN_REGION) return null;
  if (new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(region) === undefined) return null;
  return `${new Intl.Locale(`und-${region}`).region}${subdivision}`;
}

/** @param name of the IANA database: `Europe/Paris`. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    // RangeError: no such zone.
    return false;
  }
}

/** @param code ISO 4217, upper case. */
export function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code);
}
