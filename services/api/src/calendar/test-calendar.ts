// A strict reader of iCalendar for the tests: it refuses whatever RFC 5545 forbids in what we write, instead of making sense of it.

export interface Component {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly components: readonly Component[];
}

interface Property {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly value: string;
}

const TEXTS = new Set(['NAME', 'X-WR-CALNAME', 'UID', 'SUMMARY', 'DESCRIPTION']);
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  VCALENDAR: ['VERSION', 'PRODID'],
  VEVENT: ['UID', 'DTSTAMP', 'DTSTART'],
  VALARM: ['ACTION', 'TRIGGER', 'DESCRIPTION'],
};

/** @throws Error naming what is wrong. */
export function readCalendar(bytes: Uint8Array): Component {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const lines = unfold(text).map(readProperty);
  const root = readComponent(lines, 0);
  if (root.next !== lines.length) throw new Error('something follows the calendar');
  if (root.component.name !== 'VCALENDAR') throw new Error(`${root.component.name} is no calendar`);
  const uids = root.component.components.map((one) => valueOf(one, 'UID'));
  if (new Set(uids).size !== uids.length) throw new Error('a UID comes twice');
  return root.component;
}

export function valueOf(component: Component, name: string): string {
  const found = component.properties.filter((property) => property.name === name);
  if (found.length !== 1) throw new Error(`${component.name} has ${found.length} of ${name}`);
  return found[0]!.value;
}

function unfold(text: string): string[] {
  if (!text.endsWith('\r\n')) throw new Error('the last line is not ended');
  const lines: string[] = [];
  for (const line of text.slice(0, -2).split('\r\n')) {
    if (/[\r\n]/.test(line)) throw new Error('a line is ended by half');
    if (/[^\P{Cc}\t]/u.test(line)) throw new Error('a control character');
    // Each line is whole characters: the decoder above would not notice one that is cut, since it reads across.
    if (Buffer.byteLength(line) > 75) throw new Error(`a line of ${Buffer.byteLength(line)} octets`);
    if (line === '') throw new Error('an empty line');
    if (!/^[ \t]/.test(line)) lines.push(line);
    else if (lines.length === 0) throw new Error('a continuation of nothing');
    else lines.push(lines.pop()! + line.slice(1));
  }
  return lines;
}

function readProperty(line: string): Property {
  const match = /^([A-Z][A-Z0-9-]*)((?:;[A-Z-]+=[^;:,"]+)*):(.*)$/su.exec(line);
  if (!match) throw new Error(`no property: ${line}`);
  const [, name, parameters, value] = match as unknown as [string, string, string, string];
  const pairs = parameters.split(';').filter(Boolean);
  return {
    name,
    parameters: Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string])),
    value: TEXTS.has(name) ? readText(value) : checked(name, value),
  };
}

function readText(value: string): string {
  if (!/^(?:[^\\;,]|\\[\\;,nN])*$/u.test(value)) throw new Error(`not escaped: ${value}`);
  return value.replace(/\\(.)/gu, (_whole, character: string) => (/n/i.test(character) ? '\n' : character));
}

const SHAPES: Readonly<Record<string, RegExp>> = {
  DTSTAMP: /^\d{8}T\d{6}Z$/,
  'LAST-MODIFIED': /^\d{8}T\d{6}Z$/,
  DTSTART: /^\d{8}$/,
  DTEND: /^\d{8}$/,
  SEQUENCE: /^\d+$/,
  URL: /^https?:\/\/[\w.:/%-]+$/,
  TRIGGER: /^-P(\d+D)?(T\d+H)?$/,
};

function checked(name: string, value: string): string {
  if (SHAPES[name] && !SHAPES[name].test(value)) throw new Error(`${name} is ${value}`);
  return value;
}

function readComponent(lines: readonly Property[], start: number): { readonly component: Component; readonly next: number } {
  const name = lines[start]?.name === 'BEGIN' ? lines[start].value : null;
  if (!name) throw new Error('no BEGIN');
  const properties: Property[] = [];
  const components: Component[] = [];
  let index = start + 1;
  while (index < lines.length && lines[index]!.name !== 'END') {
    if (lines[index]!.name === 'BEGIN') {
      const inner = readComponent(lines, index);
      components.push(inner.component);
      index = inner.next;
    } else properties.push(lines[index++]!);
  }
  if (lines[index]?.value !== name) throw new Error(`${name} is not ended`);
  const component = { name, properties, components };
  for (const required of REQUIRED[name] ?? []) valueOf(component, required);
  return { component, next: index + 1 };
}
