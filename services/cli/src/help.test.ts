import type { Command } from 'commander';
import { expect, it } from 'vitest';
import { helpFr } from './help.fr.ts';
import { createProgram } from './program.ts';
import { runHere } from './test-command.ts';

const FRENCH = { LANG: 'fr_FR.UTF-8' };

function allCommands(): Command[] {
  const nothing = (): void => {};
  const output = { isTerminal: false, columns: 80, print: nothing, say: nothing, status: nothing };
  const withSubs = (command: Command): Command[] => [command, ...command.commands.flatMap(withSubs)];
  return withSubs(createProgram({ output, language: 'en', run: () => () => Promise.resolve() }));
}

it('every command, option and argument has its French, and none has French for nothing', () => {
  const commands = allCommands();
  const said = new Set(
    commands.flatMap((command) => [
      command.description(),
      ...command.options.map(({ description }) => description),
      ...command.registeredArguments.map(({ description }) => description),
    ]),
  );
  expect(said.size).toBeGreaterThan(150);
  expect([...said].filter((english) => !(english in helpFr))).toEqual([]);
  const frame = /^(Usage|Arguments|Options|Commands|With --json.*):$|^display help|^explain a command$|^The folder holds/;
  expect(Object.keys(helpFr).filter((english) => !said.has(english) && !frame.test(english))).toEqual([]);
});

it('is typeset as French is', () => {
  for (const french of Object.values(helpFr)) {
    expect(french.replaceAll(/"[^"]*"|\{[^}]*\}|`[^`]*`/g, ''), french).not.toMatch(/\p{L}[;!?](?!\w)|\p{L}:(?=\s)|\p{L}'\p{L}/u);
  }
});

it('speaks the language of the terminal, everywhere', async () => {
  const texts = await Promise.all(
    [['--help'], ['help', 'finding'], ['finding', 'snooze', '--help'], ['corrections', 'export', '--help'], ['classify', '--help']].map(
      (args) => runHere(args, FRENCH),
    ),
  );
  expect(texts.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0]);
  const [program, finding, snooze, corrections, classify] = texts.map(({ stdout }) => stdout);
  expect(program).toMatch(/^Emploi : quittance \[options\] \[commande\]\n/);
  expect(program).toMatch(/\n {2}start {2,}tout faire tourner/);
  expect(finding).toContain('Commandes :');
  expect(snooze).toContain('(par défaut : 7)');
  expect(snooze).toContain('Avec --json :');
  expect(corrections).toContain('ne le partagez jamais');
  expect(classify).toContain('un objet par ligne');
  for (const text of texts) expect(text.stdout).not.toMatch(/Usage|Options:|Commands:|Arguments:|display help|With --json|default/);
});

it('lists the commands in French where none is given', async () => {
  expect(await runHere([], FRENCH)).toMatchObject({ code: 2, stderr: expect.stringMatching(/^Emploi :/) as string });
  expect((await runHere(['--help'])).stdout).toMatch(/^Usage: quittance \[options\] \[command\]\n/);
});
