/** Counts the documents chosen in the list, and chooses several by Shift as lists elsewhere do. */

const boxes = /** @type {HTMLInputElement[]} */ ([
  ...document.querySelectorAll('form.repair td input[type="checkbox"]'),
]);
const counted = document.querySelector('form.repair [data-chosen]');
let last = -1;

function count() {
  const chosen = boxes.filter((box) => box.checked).length;
  if (counted) counted.textContent = `${chosen} 份`;
}

document.addEventListener('click', (event) => {
  const index = boxes.indexOf(/** @type {HTMLInputElement} */ (event.target));
  const box = boxes[index];
  if (!box) return;
  if (event.shiftKey && last >= 0) {
    for (const each of boxes.slice(Math.min(last, index), Math.max(last, index) + 1))
      each.checked = box.checked;
  }
  last = index;
  count();
});

count();
