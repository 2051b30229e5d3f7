#!/usr/bin/env node
// The entry of the command line. It may be started by an old Node (12 or newer): then it hands over to the Node that npm installed with
// Quittance, which runs TypeScript without a build. Plain JavaScript of that age for this reason.
import { spawn } from 'child_process';
import { existsSync } from 'fs';
import { dirname, join } from 'path';
import { fileURLToPath } from 'url';

const NODE_MAJOR = 24;
const self = fileURLToPath(import.meta.url);

if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) {
  start();
} else {
  handOver(findPinnedNode(dirname(self)));
}

// A third of a short command's time went into compiling the same sources again. The cache lies among the installed packages, where only
// who may change the program can write, and leaves with them; where it cannot be written there is none.
function start() {
  import('module')
    .then(function (module) {
      module.enableCompileCache(join(dirname(self), '..', '..', '..', 'node_modules', '.cache', 'quittance'));
    })
    .then(function () {
      import('../src/main.ts');
    });
}

function findPinnedNode(folder) {
  const program = join(folder, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(program)) return program;
  if (dirname(folder) !== folder) return findPinnedNode(dirname(folder));
  process.stderr.write(
    'quittance: Node ' + NODE_MAJOR + ' is missing. Run "npm ci" in the folder of Quittance (with install scripts allowed).\n',
  );
  process.exit(78);
}

function handOver(program) {
  const args = [self].concat(process.argv.slice(2));
  if (typeof process.execve === 'function') {
    process.execve(program, [program].concat(args), process.env);
    return;
  }
  const child = spawn(program, args, { stdio: 'inherit' });
  child.on('error', function (error) {
    process.stderr.write('quittance: ' + program + ' does not run: ' + error.message + '\n');
    process.exit(78);
  });
  // The child decides when to end. On a terminal Ctrl-C reaches it twice, which it knows.
  ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach(function (signal) {
    process.on(signal, function () {
      child.kill(signal);
    });
  });
  child.on('exit', function (code, signal) {
    if (signal === null) process.exit(code === null ? 1 : code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
