// Keeps an open page up to date: one server-sent event stream says that something is new, the page asks for itself again and swaps what
// is marked `data-live`. Without this script every page still works; it just has to be reloaded. What can't be asked for any more is not left
// standing as if it were new: the page says that Quittance doesn't answer, or leads to the sign-in where the session ended in another tab.
// @ts-check

// A form that was answered with a page, because of what was typed or of a secret that is shown once, is asked for anew by reloading and by the back
// button, not sent once more: no cache has it, and the browser would show an error of its own (ERR_CACHE_MISS).
history.replaceState(history.state, '', location.href);

const areas = () => [...document.querySelectorAll('[data-live]')];

/** Each area as the service wrote it: what somebody opened in it, or a browser's extension added, is no news. @type {Map<string | null, string>} */
const written = new Map(areas().map((area) => [area.getAttribute('data-live'), area.innerHTML]));

/** A restart, or a change of networks, is over by then. */
const AWAY_AFTER_MS = 6_000;
/** When to ask first where no stream may be had; each time that none is, twice as late, for a page may stand open for weeks. */
const ASK_AGAIN_MS = 15_000;
const ASK_AGAIN_MS_MAX = 240_000;

/** @type {EventSource | undefined} */
let stream;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let lost;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let retry;
let askAgainMs = ASK_AGAIN_MS;
let running = false;
let again = false;

if (areas().length > 0 && 'EventSource' in window) {
  watch();
  window.addEventListener('pagehide', leave);
  // Taken out of the browser's memory by its back button: the stream is gone, and the page is as old as it was left.
  window.addEventListener('pageshow', (event) => event.persisted && watch());
  // Of what nobody sees nothing is asked again; who comes back is not kept waiting.
  document.addEventListener('visibilitychange', () => !document.hidden && stream?.readyState === EventSource.CLOSED && watch());
}

function watch() {
  stream?.close();
  clearTimeout(retry);
  const opened = new EventSource('/api/v1/stream');
  stream = opened;
  opened.addEventListener('error', () => {
    lost ??= setTimeout(isAway, AWAY_AFTER_MS, true);
    // Refused rather than lost: a browser does not try again by itself.
    if (opened.readyState !== EventSource.CLOSED) return;
    look();
    retry = setTimeout(() => document.hidden || watch(), askAgainMs);
    askAgainMs = Math.min(2 * askAgainMs, ASK_AGAIN_MS_MAX);
  });
  opened.addEventListener('open', () => (askAgainMs = ASK_AGAIN_MS));
  // What changed between the page's making and the stream's beginning is told by nobody.
  opened.addEventListener('hello', look);
  opened.addEventListener('change', look);
}

function leave() {
  stream?.close();
  clearTimeout(lost);
  clearTimeout(retry);
  lost = undefined;
}

function look() {
  refresh().then(
    () => isAway(false),
    () => {
      running = false; // The next change tries again.
      lost ??= setTimeout(isAway, AWAY_AFTER_MS, true);
    },
  );
}

async function refresh() {
  if (running) {
    again = true;
    return;
  }
  running = true;
  do {
    again = false;
    await swap();
  } while (again);
  running = false;
}

/** @param {boolean} away */
function isAway(away) {
  clearTimeout(lost);
  lost = undefined;
  const notice = document.getElementById('away');
  if (notice) notice.hidden = !away;
}

async function swap() {
  const response = await fetch(location.href, { headers: { Accept: 'text/html' }, credentials: 'same-origin' });
  if (response.status >= 500) throw new Error(`the page answers ${response.status}`);
  // What the page told of is no more: it stays as it was read.
  if (!response.ok) return;
  // Signed out in another tab: nothing of the person's stays to be read here, but for what they are typing.
  if (response.redirected && new URL(response.url).pathname === '/sign-in') {
    if (!isTyping()) location.reload();
    return;
  }
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const area of areas()) {
    const name = area.getAttribute('data-live');
    const next = fresh.querySelector(`[data-live="${name}"]`);
    // A form that somebody fills in just now stays as it is.
    if (!next || next.innerHTML === written.get(name) || area.contains(document.activeElement && document.activeElement.closest('form')))
      continue;
    written.set(name, next.innerHTML);
    const open = new Set([...area.querySelectorAll('details')].filter((one) => one.open).map(nameOf));
    for (const one of next.querySelectorAll('details')) one.open ||= open.has(nameOf(one));
    area.replaceChildren(...next.childNodes);
    area.classList.remove('arrived');
    // What moves on by itself would never stop to shine.
    if (area.querySelector('progress')) continue;
    void (/** @type {HTMLElement} */ (area).offsetWidth);
    area.classList.add('arrived');
  }
}

function isTyping() {
  const fields = /** @type {NodeListOf<HTMLInputElement | HTMLTextAreaElement>} */ (
    document.querySelectorAll('main input:not([type=hidden], [type=checkbox], [type=radio]), main textarea')
  );
  return [...fields].some((field) => field.value !== field.defaultValue);
}

/** By what is told beside it and its own words, since rows move. @param {HTMLDetailsElement} details */
function nameOf(details) {
  const form = details.querySelector('form');
  return `${form ? form.getAttribute('action') : ''} ${details.querySelector('summary')?.textContent ?? ''}`;
}
