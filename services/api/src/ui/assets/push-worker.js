// Runs in the browser when no page is open: shows an alert that came by web push, and opens what it is about. One notification per alert, however
// often it comes.
// @ts-check

const worker = /** @type {any} */ (self);

worker.addEventListener('push', (/** @type {any} */ event) => {
  const { id, title, body, path } = event.data.json();
  event.waitUntil(worker.registration.showNotification(title, { body, tag: id, data: { path } }));
});

worker.addEventListener('notificationclick', (/** @type {any} */ event) => {
  event.notification.close();
  const url = new URL(event.notification.data.path, worker.location.origin);
  if (url.origin === worker.location.origin) event.waitUntil(worker.clients.openWindow(url.href));
});
