// JSON-LD scripts to values, within limits of size and depth. Their shapes are not checked: they are hints from whoever wrote the mail.
import { cleanText } from './clean-text.ts';
import { LIMITS } from './limits.ts';

export function readStructuredData(scripts: readonly string[], microdata: readonly unknown[]): unknown[] {
  const values: unknown[] = [];
  for (const script of scripts) {
    const text = script
      .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)/, '')
      .replace(/(?:-->|\]\]>)\s*$/, '')
      .trim();
    if (text.length > LIMITS.structuredCharsMax || isTooDeep(text)) continue;
    const value = parseJson(text);
    if (value !== undefined) values.push(...(Array.isArray(value) ? value.slice(0, LIMITS.structuredItemsMax) : [value]));
  }
  return [...values, ...microdata].slice(0, LIMITS.structuredItemsMax);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (key, value: unknown) => {
      if (key === '__proto__') return undefined;
      return typeof value === 'string' ? cleanText(value) : value;
    });
  } catch {
    // Broken markup in a mail is usual and tells nothing.
    return undefined;
  }
}

// Brackets outside of strings; JSON.parse itself is fine with depth, its readers may recurse.
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isString = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (isString) {
      if (char === '\\') i++;
      else if (char === '"') isString = false;
    } else if (char === '"') isString = true;
    else if (char === '{' || char === '[') {
      if (++depth > LIMITS.structuredDepthMax) return true;
    } else if (char === '}' || char === ']') depth--;
  }
  return false;
}
