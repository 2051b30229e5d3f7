/** Under which key a warning stands that was read with doubt, beside the one of the mail that is sure of the same. */
export function doubtedKey(key: string): string {
  return `${key}:probable`;
}
