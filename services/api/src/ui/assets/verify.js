// Verifies a dossier in the browser, with the modules that `quittance verify` runs. The file is read here and goes nowhere; all modules are
// loaded with the page, whose policy allows no connection afterwards.
// @ts-check
import { hex } from '/verifier/bytes.js';
import { BundleError } from '/verifier/problems.js';
import { verifyBundle } from '/verifier/verify-bundle.js';
import { missingCrypto, sha256 } from '/verifier/web-crypto.js';

const form = /** @type {HTMLFormElement} */ (document.getElementById('verify'));
const input = /** @type {HTMLInputElement} */ (document.getElementById('file'));
const keyInput = /** @type {HTMLInputElement} */ (document.getElementById('key'));
const result = /** @type {HTMLElement} */ (document.getElementById('result'));
let latest = 0;

void begin();

async function begin() {
  const missing = await missingCrypto();
  if (missing) return show(missing);
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run();
  });
  input.addEventListener('change', () => void run());
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    if (!event.dataTransfer?.files.length) return;
    input.files = event.dataTransfer.files;
    void run();
  });
}

async function run() {
  const file = input.files?.[0];
  if (!file) return;
  // A second file may be chosen before the first is done: only the last one is answered.
  const turn = (latest += 1);
  show('working');
  const answer = await verify(file, keyInput.value.trim());
  if (turn === latest) answer();
}

/**
 * @param {File} file
 * @param {string} key
 * @returns {Promise<() => void>} shows the answer
 */
async function verify(file, key) {
  /** @type {Uint8Array} */
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return () => show('unread');
  }
  const fingerprint = hex(await sha256(bytes));
  try {
    const bundle = await verifyBundle(bytes, { expectedKey: key || undefined });
    return () => showHolds(bundle, fingerprint, key !== '');
  } catch (error) {
    if (error instanceof BundleError) return () => showFails(error, fingerprint);
    return () => show('broke');
  }
}

/** @param {string} name */
function show(name) {
  for (const part of result.querySelectorAll('[data-show]')) part.toggleAttribute('hidden', part.getAttribute('data-show') !== name);
}

/**
 * @param {string} name
 * @param {string} text
 */
function fill(name, text) {
  for (const part of result.querySelectorAll(`[data-fill="${name}"]`)) part.textContent = text;
}

/**
 * Puts a number into a sentence that was written with a 0 in its place.
 * @param {string} name
 * @param {number} count
 */
function fillCount(name, count) {
  const text = result.querySelector(`[data-fill="${name}"]`)?.getAttribute('data-text') ?? '0';
  fill(name, text.replace('0', count.toLocaleString(document.documentElement.lang)));
}

/**
 * @param {BundleError} error
 * @param {string} fingerprint
 */
function showFails(error, fingerprint) {
  const words = /** @type {HTMLTemplateElement} */ (document.getElementById('problems')).content;
  const itself = result.querySelector('[data-itself]')?.getAttribute('data-itself') ?? '';
  fill('file', error.file || itself);
  fill('problem', words.querySelector(`[data-problem="${error.problem}"]`)?.textContent ?? error.problem);
  fill('sha256', fingerprint);
  show('fails');
}

/**
 * @param {import('/verifier/verify-bundle.js').VerifiedBundle} bundle
 * @param {string} fingerprint
 * @param {boolean} isKeyGiven
 */
function showHolds(bundle, fingerprint, isKeyGiven) {
  const shown = [isKeyGiven ? 'key-given' : 'key-open', ...(bundle.silences.length > 0 ? ['silences'] : [])];
  for (const part of result.querySelectorAll('[data-show-if]')) {
    part.toggleAttribute('hidden', !shown.includes(part.getAttribute('data-show-if') ?? ''));
  }
  fillCount('holds', bundle.files);
  fill('key', bundle.verifierKey);
  fill('origin', bundle.checkpoint.origin);
  fillCount('entries', bundle.checkpoint.size);
  fill('sha256', fingerprint);
  const rows = rowsOf('messages');
  const none = rows.getAttribute('data-none') ?? '';
  const chained = rows.getAttribute('data-chained') ?? '';
  showTime(bundle);
  rows.replaceChildren(
    ...bundle.messages.map((one) =>
      row(rows, [
        `${one.folder}/message.eml`,
        String(one.leafIndex),
        one.level,
        one.signedBy.length > 0 ? one.signedBy.join(', ') : none,
        one.stampedAt ?? chained,
      ]),
    ),
  );
  const silences = rowsOf('silences');
  silences.replaceChildren(
    ...bundle.silences.map(({ file, statement: { from, until, mailboxes } }) => {
      const watched = mailboxes.flatMap((mailbox) => mailbox.folders).filter((folder) => folder.intervals.length > 0);
      const gaps = watched.reduce((sum, folder) => sum + folder.gaps.length, 0);
      return row(silences, [file, from, until, String(watched.length), String(gaps)]);
    }),
  );
  show('holds');
}

/** @param {import('/verifier/verify-bundle.js').VerifiedBundle} bundle */
function showTime({ messages, anchors }) {
  const stamped = messages.filter(({ stampedAt }) => stampedAt !== null).length;
  const state = stamped === 0 ? 'chained_not_time_stamped' : stamped === messages.length ? 'time_stamped' : 'partly_time_stamped';
  for (const part of result.querySelectorAll('[data-time]')) part.toggleAttribute('hidden', part.getAttribute('data-time') !== state);
  const list = /** @type {HTMLElement} */ (result.querySelector('[data-rows="stamps"]'));
  const text = list.getAttribute('data-text') ?? '';
  const stamps = anchors.flatMap(({ size, stamps: all }) => all.map((stamp) => ({ ...stamp, size })));
  list.replaceChildren(
    ...stamps.map(({ file, size, genAt, signer, root, rootSha256 }) => {
      const item = document.createElement('li');
      const words = { '{file}': file, '{at}': genAt, '{signer}': signer, '{root}': root, '{sha256}': rootSha256 };
      item.textContent = text.replace(' 0 ', ` ${size} `).replaceAll(/\{\w+\}/g, (name) => words[/** @type {keyof typeof words} */ (name)]);
      return item;
    }),
  );
}

/** @param {string} name */
function rowsOf(name) {
  return /** @type {HTMLElement} */ (result.querySelector(`[data-rows="${name}"]`));
}

/**
 * @param {Element} rows
 * @param {readonly string[]} cells
 */
function row(rows, cells) {
  const headings = [...(rows.closest('table')?.querySelectorAll('th') ?? [])];
  const line = document.createElement('tr');
  line.append(
    ...cells.map((text, column) => {
      const cell = document.createElement('td');
      // On a phone the headings are out of sight.
      cell.dataset['label'] = headings[column]?.textContent ?? '';
      cell.textContent = text;
      return cell;
    }),
  );
  return line;
}
