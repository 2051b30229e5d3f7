import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { letterTexts } from '@quittance/i18n/letters';
import { noLetter } from '@quittance/i18n/no-letter';
import { repeatsOthers } from './repeated.ts';
import { sentencesFr } from '@quittance/i18n/sentences.fr';
import { sayAgain } from '@quittance/i18n/sentences';
import { runHere } from './test-command.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
/** Whose errors can end a command. */
const BELOW =
  '{services/{cli,standalone},packages/{domain,runtime,embedded,vault,store,dossier,export,statements,authenticity,oauth,intake}}/src/**/*.ts';
/** Between processes, or ends of work that is done again: nobody reads them. */
const INTERNAL = new Set(['lease_lost', 'epoch_changed', 'folder_removed', 'sign_in_unavailable']);

interface Thrown {
  readonly code: string;
  /** `{}` where a value is filled in. */
  readonly sentence: string;
}

function thrownIn(source: string): Thrown[] {
  return [...source.matchAll(/new (?:Permanent|Transient)Error\(\s*'(\w+)',\s*(?=['"`])/g)].map((match) => ({
    code: match[1]!,
    sentence: readLiteral(source, match.index + match[0].length),
  }));
}

function readLiteral(source: string, start: number): string {
  let text = '';
  for (let at = start + 1; source[at] !== source[start]; at += 1) {
    if (source[at] === '\\') {
      at += 1;
      text += source[at] === 'n' ? '\n' : source[at];
    } else if (source.startsWith('${', at)) {
      let depth = 0;
      do {
        at += 1;
        depth += source[at] === '{' ? 1 : source[at] === '}' ? -1 : 0;
      } while (depth > 0);
      text += '{}';
    } else text += source[at];
  }
  return text;
}

it('every sentence that can end a command has its French', () => {
  const files = globSync(BELOW, { cwd: ROOT }).filter((file) => !file.endsWith('.test.ts'));
  const thrown = files.flatMap((file) => thrownIn(readFileSync(resolve(ROOT, file), 'utf8')));
  expect(thrown.length).toBeGreaterThan(150);
  const missing = thrown.filter(({ code, sentence }) => !INTERNAL.has(code) && !(sentence in sentencesFr)).map(({ sentence }) => sentence);
  expect([...new Set(missing)]).toEqual([]);
});

it('every part of a sentence that a person may meet has its French', () => {
  const places = [
    'statements/src/{read-camt,detect-format,csv/mapping}.ts',
    'export/src/import-export.ts',
    'store/src/{restore,backup-format}.ts',
  ];
  const files = places.flatMap((place) => globSync(`packages/${place}`, { cwd: ROOT }));
  const parts = files.flatMap((file) => partsIn(readFileSync(resolve(ROOT, file), 'utf8')));
  expect(parts.length).toBeGreaterThan(25);
  expect(parts.filter((part) => !(part in sentencesFr))).toEqual([]);
});

// What is handed to the helpers that fill it into a sentence.
function partsIn(source: string): string[] {
  return [...source.matchAll(/throw (?:unreadable|bad|damaged)\((?=['"`])/g)].map((match) =>
    readLiteral(source, match.index + match[0].length),
  );
}

it('finds a sentence that nobody translated', () => {
  const source = "throw new PermanentError(\n  'bad_thing',\n  `the ${a ? { b } : c} isn\\'t \"it\"`,\n);";
  expect(thrownIn(source)).toEqual([{ code: 'bad_thing', sentence: 'the {} isn\'t "it"' }]);
  expect('the {} isn\'t "it"' in sentencesFr).toBe(false);
});

it('French sentences fill in what the English ones do, and are typeset as French is', () => {
  for (const [english, french] of Object.entries(sentencesFr)) {
    const places = english.split('{}').length - 1;
    for (const [, place] of french.matchAll(/\{(\d)=?\}/g)) expect(Number(place)).toBeLessThanOrEqual(places);
    expect(french.split(/\{=?\}/).length - 1, english).toBeLessThanOrEqual(places);
    // A colon right behind a letter stands in addresses and quoted input alone.
    expect(french.replaceAll(/https?:\S+|"[^"]*"|\{[^}]*:[^}]*\}/g, ''), french).not.toMatch(/\p{L}[;!?]|\p{L}:(?=\s)|'/u);
  }
});

describe('in French', () => {
  for (const [english, french] of [
    ['"mars" is not a date: write it as YYYY-MM-DD.', '« mars » n’est pas une date : écrivez-la AAAA-MM-JJ, p. ex. 2026-03-31.'],
    [
      'the backup is damaged (it ends early): use another copy of it.',
      'la sauvegarde est abîmée (elle s’arrête trop tôt) : prenez-en une autre copie.',
    ],
    ['"x" is not the id of an act.', '« x » n’est pas l’identifiant d’une déclaration.'],
    [
      'the configuration has problems:\n  PORT: must be a port number.\n  DATABASE_URL is not set.',
      'la configuration a des défauts :\n  PORT : doit être un numéro de port.\n  DATABASE_URL n’est pas défini.',
    ],
    [
      "too many arguments for 'timeline'. Expected 0 arguments but got 1: extra.",
      'trop d’arguments pour « timeline » : 0 attendu(s), 1 donné(s)',
    ],
    ['Authentication failed.', 'Authentication failed.'],
    // A value is said as it came: it may be a server's word, or the name of a file.
    [
      'login.example gave no usable answer: this file is empty.',
      'login.example n’a pas donné de réponse exploitable : this file is empty.',
    ],
    ["a PDF can't be read (EACCES).", 'a PDF ne peut pas être lu (EACCES).'],
    [
      'this is a PDF: export the statement from your bank as CSV, OFX or CAMT.053 instead.',
      'c’est un PDF : exportez plutôt le relevé de votre banque en CSV, OFX ou CAMT.053.',
    ],
    // Several lines are never the value of a sentence of one.
    [
      '"x"\nInvalid credentials\n" is not a date: write it as YYYY-MM-DD.',
      '"x"\nInvalid credentials\n" is not a date: write it as YYYY-MM-DD.',
    ],
  ] as const) {
    it(english, () => {
      expect(sayAgain(english, 'fr')).toBe(french);
      expect(sayAgain(english, 'en')).toBe(english);
    });
  }
});

it('no letter is said as the page says it', () => {
  for (const language of ['en', 'fr'] as const) {
    const said = sayAgain(noLetter('en'), language);
    expect(said.slice(1)).toBe(letterTexts(language).notNow.slice(1));
    expect(said).toMatch(/^[na].*(not refunded|pas été remboursé)/);
  }
});

it('what a server said is shown as it came', () => {
  expect(repeatsOthers('credential_refused')).toBe(true);
  expect(repeatsOthers('usage')).toBe(false);
  // Where others are repeated, the whole message is theirs: no sentence of ours is thrown with such a code.
  const files = globSync(BELOW, { cwd: ROOT }).filter((file) => !file.endsWith('.test.ts'));
  const thrown = files.flatMap((file) => thrownIn(readFileSync(resolve(ROOT, file), 'utf8')));
  expect(thrown.filter(({ code }) => repeatsOthers(code))).toEqual([]);
});

describe('a command line that is none', () => {
  for (const [args, english, french] of [
    [['timeline', '--frob'], "unknown option '--frob'", 'option inconnue : « --frob »'],
    [['import'], "missing required argument 'path'", 'il manque l’argument « path »'],
    [['timeline', 'more'], 'too many arguments for', 'trop d’arguments pour « timeline » : 0 attendu(s), 1 donné(s)'],
    [['prove'], "unknown command 'prove'", 'commande inconnue : « prove » (vouliez-vous dire proof ?)'],
    [['erase', 'x'], "required option '--reason <text>' not specified", 'il manque l’option « --reason <text> »'],
    [['law', '--country'], "option '--country <country>' argument missing", 'l’option « --country <country> » demande une valeur'],
  ] as const) {
    it(args.join(' '), async () => {
      const [plain, spoken, json] = await Promise.all([
        runHere(args),
        runHere(args, { LANG: 'fr_FR.UTF-8' }),
        runHere([...args, '--json'], { LANG: 'fr_FR.UTF-8' }),
      ]);
      expect(plain).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(`quittance: ${english}`) as string });
      expect(spoken).toMatchObject({ code: 2, stderr: `quittance: ${french}\n(ajoutez --help pour voir comment l’employer)\n` });
      expect(JSON.parse(json.stderr)).toEqual({ error: { code: 'usage', message: expect.stringContaining(english) as string } });
    });
  }

  it('has a moment that is none, which no setting is to blame for', async () => {
    const args = ['timeline', '--now', '2026-11-23'];
    const [plain, spoken] = await Promise.all([runHere(args), runHere(args, { LANG: 'fr_FR.UTF-8' })]);
    expect(plain).toMatchObject({ code: 2, stderr: 'quittance: "2026-11-23" is not an instant: write it as 2026-11-23T09:00:00Z.\n' });
    expect(spoken).toMatchObject({
      code: 2,
      stderr: 'quittance: « 2026-11-23 » n’est pas un instant : écrivez-le comme 2026-11-23T09:00:00Z.\n',
    });
  });
});
