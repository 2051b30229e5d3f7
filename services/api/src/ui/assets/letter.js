// Copies and prints a letter. The buttons are hidden until this runs: without it they would do nothing.
// @ts-check

for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('[data-copy]'))) {
  const area = /** @type {HTMLTextAreaElement} */ (document.getElementById(button.dataset['copy'] ?? ''));
  button.hidden = false;
  button.addEventListener('click', () => {
    void copy(area).then(() => {
      button.textContent = button.dataset['copied'] ?? button.textContent;
    });
  });
}

for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('[data-print]'))) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

/** @param {HTMLTextAreaElement} area */
async function copy(area) {
  area.select();
  // Only in secure contexts; elsewhere the text is selected, and the keys for copying do the rest.
  await navigator.clipboard?.writeText(area.value);
}
