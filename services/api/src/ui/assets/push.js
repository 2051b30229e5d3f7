// The button that has this browser show alerts: asks for permission, subscribes at the browser's push service, and adds the channel. Without this
// script, or where a browser can't, the card says so in words that stand on the page.
// @ts-check

const card = /** @type {HTMLElement | null} */ (document.querySelector('[data-push]'));
if (card) offer(card).catch(() => show(card, 'failed'));

/** @param {HTMLElement} card */
async function offer(card) {
  // Service workers and push are for safe origins only: https, or this machine itself.
  if (!window.isSecureContext) return show(card, 'insecure');
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) return show(card, 'unsupported');
  if (Notification.permission === 'denied') return show(card, 'denied');
  show(card, 'ready');
  card.querySelector('button')?.addEventListener('click', () => {
    subscribe(card).catch(() => show(card, 'failed'));
  });
}

/** @param {HTMLElement} card */
async function subscribe(card) {
  if ((await Notification.requestPermission()) !== 'granted') return show(card, 'denied');
  await navigator.serviceWorker.register('/push-worker.js');
  const worker = await navigator.serviceWorker.ready;
  const { csrf = '', key = '' } = card.dataset;
  const subscription = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  const response = await fetch('/api/v1/channels', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrf },
    body: JSON.stringify({ kind: 'web_push', target: JSON.stringify(subscription) }),
  });
  // 409: this browser is a channel already.
  show(card, response.ok || response.status === 409 ? 'done' : 'failed');
}

/**
 * @param {HTMLElement} card
 * @param {string} state
 */
function show(card, state) {
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (card.querySelectorAll('[data-state]')))
    part.hidden = part.dataset.state !== state;
}
