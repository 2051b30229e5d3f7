// Keeps an open page up to date: one server-sent event stream says that something is new, the page asks for itself again and swaps what
// is marked `data-live`. Without this script every page still works; it just has to be reloaded.
// @ts-check

const areas = () => [...document.querySelectorAll('[data-live]')];

/** Each area as the service wrote it: what somebody opened in it, or a browser's extension added, is no news. @type {Map<string | null, string>} */
const written = new Map(areas().map((area) => [area.getAttribute('data-live'), area.innerHTML]));

if (areas().length > 0 && 'EventSource' in window) watch();

function watch() {
  const stream = new EventSource('/api/v1/stream');
  let running = false;
  let again = false;

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

  const look = () => {
    refresh().catch(() => {
      running = false; // The next change tries again.
    });
  };
  // What changed between the page's making and the stream's beginning is told by nobody.
  stream.addEventListener('hello', look);
  stream.addEventListener('change', look);
  window.addEventListener('pagehide', () => stream.close());
}

async function swap() {
  const response = await fetch(location.href, { headers: { Accept: 'text/html' }, credentials: 'same-origin' });
  if (!response.ok) return;
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
    void (/** @type {HTMLElement} */ (area).offsetWidth);
    area.classList.add('arrived');
  }
}

/** By what is told beside it and its own words, since rows move. @param {HTMLDetailsElement} details */
function nameOf(details) {
  const form = details.querySelector('form');
  return `${form ? form.getAttribute('action') : ''} ${details.querySelector('summary')?.textContent ?? ''}`;
}
