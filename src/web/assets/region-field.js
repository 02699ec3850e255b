/** Suggests regions as one types: fills the datalist of `input[data-regions]`. Works for fields that come later too. */

const DELAY_MS = 150;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

/** @param {HTMLInputElement} field */
async function suggest(field) {
  const text = field.value.trim();
  const list = field.list;
  if (!list || text === '') return;
  const response = await fetch(`${field.dataset.regions}?text=${encodeURIComponent(text)}`);
  if (!response.ok || field.value.trim() !== text) return;
  /** @type {string[]} */
  const titles = await response.json();
  list.replaceChildren(
    ...titles.map((title) => {
      const option = document.createElement('option');
      option.value = title;
      return option;
    }),
  );
}

document.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.dataset.regions === undefined) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => suggest(target), DELAY_MS);
});
