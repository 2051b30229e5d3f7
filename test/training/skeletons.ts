// The self-written skeletons the model learns from: one file a language and kind, skeletons separated by `=====`. The format is described
// in packages/classify/training/README.md.
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isEventKind, type MessageKind } from '@quittance/domain/event-kind';
import { hashTexts } from './hash-texts.ts';

export const SKELETON_FOLDER = resolve(import.meta.dirname, '../../packages/classify/training/skeletons');

export type BlockKind = 'paragraph' | 'heading' | 'items' | 'rows' | 'quote' | 'footer';

export interface Block {
  readonly kind: BlockKind;
  readonly lines: readonly string[];
}

export interface Skeleton {
  /** `fr/refund#3`: the unit that is held out as a whole. */
  readonly name: string;
  readonly language: string;
  readonly kind: MessageKind;
  readonly tags: readonly string[];
  readonly subject: string;
  readonly preheader: string;
  readonly blocks: readonly Block[];
}

/** Sorted by name, so that the order is the same everywhere. */
export function readSkeletons(folder = SKELETON_FOLDER): Skeleton[] {
  const files = globSync('*/*.txt', { cwd: folder }).sort();
  return files.flatMap((file) => parseFile(file, readFileSync(join(folder, file), 'utf8')));
}

/** SHA-256 over names and contents of all skeleton files. */
export function hashSkeletons(folder = SKELETON_FOLDER): string {
  return hashTexts(folder, '*/*.txt');
}

/** @throws an Error that names the file and what is wrong with the skeleton. */
export function parseFile(file: string, text: string): Skeleton[] {
  const language = dirname(file);
  const kind = basename(file, '.txt');
  if (kind !== 'other' && !isEventKind(kind)) throw new Error(`${file}: there is no kind "${kind}"`);
  const parts = text.replaceAll('\r', '').split(/^={5,}\s*$/m);
  return parts
    .filter((part) => part.trim() !== '')
    .map((part, index) => {
      const name = `${language}/${kind}#${index + 1}`;
      return { name, language, kind, ...parseOne(part.trim(), name) };
    });
}

function parseOne(text: string, name: string): Pick<Skeleton, 'tags' | 'subject' | 'preheader' | 'blocks'> {
  const [head, ...rest] = text.split(/\n[ \t]*\n/);
  const header = new Map<string, string>();
  for (const line of head!.split('\n')) {
    const match = /^(Tags|Subject|Preheader): ?(.*)$/.exec(line);
    if (!match) throw new Error(`${name}: "${line}" is no header line; an empty line ends the header`);
    header.set(match[1]!, match[2]!.trim());
  }
  const subject = header.get('Subject');
  if (subject === undefined) throw new Error(`${name}: there is no Subject`);
  const tags = (header.get('Tags') ?? '').split(',').map((tag) => tag.trim());
  return { tags, subject, preheader: header.get('Preheader') ?? '', blocks: parseBlocks(rest.join('\n\n')) };
}

function parseBlocks(body: string): Block[] {
  const blocks: { kind: BlockKind; lines: string[] }[] = [];
  let isFooter = false;
  let isOpen = false;
  for (const line of body.split('\n')) {
    if (line.startsWith('-- ') || line === '--') isFooter = true;
    const [kind, text] = readLine(line, isFooter);
    if (text === '') {
      isOpen = false;
      continue;
    }
    const last = blocks.at(-1);
    if (isOpen && last?.kind === kind && kind !== 'heading') last.lines.push(text);
    else blocks.push({ kind, lines: [text] });
    isOpen = true;
  }
  return blocks;
}

function readLine(line: string, isFooter: boolean): [BlockKind, string] {
  if (isFooter) return ['footer', line.replace(/^-- ?/, '').trim()];
  if (line.startsWith('# ')) return ['heading', line.slice(2).trim()];
  if (line.startsWith('- ')) return ['items', line.slice(2).trim()];
  if (line.startsWith('> ')) return ['quote', line.slice(2).trim()];
  if (/^\|.*\|\s*$/.test(line)) return ['rows', line.trim()];
  return ['paragraph', line.trim()];
}
