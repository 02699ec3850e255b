/** Answering several findings at once: says how many are chosen, chooses all or none. */

const picks = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll('input.pick')]);
const chosenCount = document.querySelector('.chosen-count');
const allOrNone = document.querySelector('.all-or-none');

function tellChosen() {
  const chosen = picks.filter(({ checked }) => checked).length;
  if (chosenCount) chosenCount.textContent = ` ${chosen} 条`;
  if (allOrNone) allOrNone.textContent = chosen === picks.length ? '全不选' : '全选';
}

document.addEventListener('change', tellChosen);
allOrNone?.addEventListener('click', () => {
  const all = picks.every(({ checked }) => checked);
  for (const pick of picks) pick.checked = !all;
  tellChosen();
});
if (allOrNone instanceof HTMLElement) allOrNone.hidden = picks.length < 2;
tellChosen();
