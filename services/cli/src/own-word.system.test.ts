// A person's own word, findings, settings and law from the command line, each with the JSON that its help shows.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import type { Command } from 'commander';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jsonExampleOf } from './json-example.ts';
import { createProgram } from './program.ts';
import { runHere, type Finished } from './test-command.ts';

let database: TestDatabase;
let folder: string;
const quittance = (...args: string[]): Promise<Finished> =>
  runHere([...args, '--json'], { DATABASE_URL: database.url, QUITTANCE_DATA: folder, QUITTANCE_NOW: '2026-11-23T09:00:00Z' });

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'quittance-own-'));
  await quittance('migrate');
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

function keysOf(...path: string[]): string[] {
  const nothing = (): void => {};
  let command: Command = createProgram({
    output: { isTerminal: false, columns: 80, print: nothing, say: nothing, status: nothing },
    language: 'en',
    run: () => () => Promise.resolve(),
  });
  for (const name of path) command = command.commands.find((sub) => sub.name() === name)!;
  return Object.keys(jsonExampleOf(command) as object).toSorted();
}

async function told(path: string[], ...args: string[]): Promise<Record<string, unknown>> {
  const done = await quittance(...path, ...args);
  expect([done.code, done.stderr]).toEqual([0, '']);
  expect(Object.keys(done.json()).toSorted()).toEqual(keysOf(...path));
  return done.json();
}

it('adds, cancels by hand with a file, puts a finding aside, and takes back', async () => {
  await told(['subscription', 'add'], 'Salle Forma', '--started', '2025-11-20', '--price', '24,00', '--period', 'P1M', '--notice', 'P1M');
  const [one] = ((await quittance('timeline')).json() as { subscriptions: { id: string; status: string }[] }).subscriptions;
  expect(one).toMatchObject({ status: 'active' });
  const file = join(folder, 'lettre.pdf');
  await writeFile(file, '%PDF letter');
  const stated = await told(['subscription', 'cancelled'], one!.id, '--on', '2026-11-01', '--by', 'letter', '--file', file);
  expect(stated).toMatchObject({ file: { name: 'lettre.pdf', size_bytes: 11 }, details: { by: 'letter' } });
  const copy = join(folder, 'copy.pdf');
  await told(['subscription', 'file'], String(stated['id']), '-o', copy);
  expect(await readFile(copy, 'utf8')).toBe('%PDF letter');
  const [finding] = (await told(['finding', 'list']))['items'] as { id: string; kind: string }[];
  expect(finding).toMatchObject({ kind: 'confirmation_missing' });
  await told(['finding', 'dismiss'], finding!.id, '--reason', 'they called');
  expect((await told(['finding', 'list'], '--all'))['items']).toMatchObject([{ state: 'dismissed', reason: 'they called' }]);
  await told(['subscription', 'undo'], String(stated['id']));
});

it('says of which subscription something was noted, and that the id was one of before', async () => {
  const person = ['--user', 'dora@example.org'];
  await quittance('user', 'add', 'dora@example.org');
  const french = { DATABASE_URL: database.url, QUITTANCE_DATA: folder, LANG: 'fr_FR.UTF-8' };
  const say = (...args: string[]) => runHere([...person, ...args], french);
  await say('subscription', 'add', 'Piscine', '--started', '2026-01-05');
  await say('subscription', 'add', 'Sauna', '--started', '2026-02-05');
  interface Listed {
    readonly id: string;
    readonly merchant: { readonly name: string };
    readonly events: readonly { readonly id: string }[];
  }
  const named = async (name: string): Promise<Listed> => {
    const { subscriptions } = (await quittance(...person, 'timeline')).json() as { subscriptions: Listed[] };
    return subscriptions.find(({ merchant }) => merchant.name === name)!;
  };
  const former = (await named('Sauna')).id;
  // What was recorded earlier joins it: it has that one's id now.
  const moved = await say('subscription', 'move', (await named('Piscine')).events[0]!.id, former);
  expect(moved.stdout).toContain('C’est noté pour Sauna.');
  expect(moved.stdout).not.toContain('ancien identifiant');
  const { id: now } = await named('Sauna');
  expect(now).not.toBe(former);
  const terms = await say('subscription', 'terms', former, '--notice', 'P1M');
  expect(terms).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(`${former} est un ancien identifiant : il mène à Sauna, qui porte maintenant ${now}.`),
  });
  expect((await say('subscription', 'acts')).stdout).toMatch(/^date .+\n.+ Vous l’avez ajouté /);
  const cancelled = await quittance(...person, 'subscription', 'cancelled', former, '--on', '2026-11-20', '--by', 'web');
  expect(cancelled.json()).toMatchObject({ subscription_id: now });
});

it('says what is wrong with what was typed', async () => {
  const wrong: [string[], number][] = [
    [['subscription', 'add', 'X', '--started', '2026-02-31'], 2],
    [['subscription', 'add', 'X', '--started', '2026-02-01', '--price', 'dear'], 2],
    [['subscription', 'add', 'X', '--started', '2026-02-01', '--renews', 'soon'], 2],
    [['costs', 'rate', 'USD', 'much'], 2],
    [['finding', 'snooze', 'x', '--until', 'never'], 2],
    [['subscription', 'cancelled', 'nothing', '--on', '2026-11-01', '--by', 'pigeon'], 2],
    [['law', '--country', 'F'], 2],
  ];
  const codes = await Promise.all(wrong.map(([args]) => quittance(...args)));
  expect(codes.map(({ code }) => code)).toEqual(wrong.map(([, code]) => code));
});

it('knows the country, and its law', async () => {
  expect(await told(['settings'], '--country', 'us-ca', '--currency', 'usd')).toMatchObject({ country: 'US-CA', currency: 'USD' });
  expect(await told(['law'])).toMatchObject({ country: { id: 'us-ca' } });
});

it('a payee that no statement names is none, and those that are named are told', async () => {
  const say = (...args: string[]) => runHere(args, { DATABASE_URL: database.url, QUITTANCE_DATA: folder, LANG: 'fr_FR.UTF-8' });
  expect(await say('statement', 'undo', 'netflix')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('aucun bénéficiaire « netflix » : aucun de vos relevés') as string,
  });
  expect(await say('statement', 'assign', 'netflix', 'Netflix')).toMatchObject({ code: 1, stdout: '' });
  const lines = [5, 6, 7].map((month) => `25/0${month}/2026;PAIEMENT CB 110${month} NETFLIX.COM;13,49;`);
  const csv = join(folder, 'releve.csv');
  await writeFile(csv, `Date;Libellé;Débit;Crédit\n${lines.join('\n')}\n`);
  expect(await say('statement', 'import', csv)).toMatchObject({ code: 0 });
  expect(await say('statement', 'undo', 'netflix')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: 'quittance: aucun bénéficiaire « netflix » dans vos relevés. Il y a : "netflix com".\n',
  });
  expect(await say('statement', 'assign', 'netflix', 'Netflix')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: 'quittance: aucun bénéficiaire « netflix » dans vos relevés. Il y a : "netflix com".\n',
  });
  // Named by a line, though it came once and is not listed.
  await writeFile(csv, 'Date;Libellé;Débit;Crédit\n03/05/2026;PAIEMENT CB 0305 BOULANGERIE MIE;4,20;\n');
  expect(await say('statement', 'import', csv)).toMatchObject({ code: 0 });
  expect(await say('statement', 'assign', 'boulangerie mie', 'Mie')).toMatchObject({ code: 0, stderr: '' });
  expect(await say('statement', 'undo', 'netflix com')).toMatchObject({ code: 0, stderr: '' });
});

it('text tells the days of the person’s time zone', async () => {
  // In Auckland it is the next day already.
  await told(['settings'], '--time-zone', 'Pacific/Auckland');
  const spoken = (at: string, ...args: string[]) => runHere([...args, '--now', at], { DATABASE_URL: database.url, QUITTANCE_DATA: folder });
  await spoken('2026-11-23T12:30:00Z', 'costs', 'rate', 'GBP', '1.15');
  expect((await spoken('2026-11-23T12:30:00Z', 'costs')).code).toBe(0);
  const acts = (await quittance('subscription', 'acts')).json() as { items: { kind: string; details: { on?: string } }[] };
  expect(acts.items.findLast(({ kind }) => kind === 'rate_set')?.details.on).toBe('2026-11-24');
  expect((await spoken('2026-11-23T12:30:00Z', 'subscription', 'acts')).stdout).toMatch(/^2026-\d\d-\d\d \d\d:\d\d/m);
});
