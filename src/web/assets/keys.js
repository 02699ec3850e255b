/**
 * Single keys press what carries them in `aria-keyshortcuts`: in the marked row of a list first, then on the page. The list of
 * keys has a switch that turns them off.
 */

const KEYS_SWITCH = 'mingzhang-keys';

const keysOn = () => localStorage.getItem(KEYS_SWITCH) !== 'off';

/** @param {Element} target */
const isWriting = (target) =>
  target.closest('input:not([type="radio"], [type="checkbox"]), textarea, select') !== null;

/** @param {string} key */
function holderOf(key) {
  const wanted = `[aria-keyshortcuts="${CSS.escape(key)}"]`;
  const found = document.querySelector(`tr.current ${wanted}`) ?? document.querySelector(wanted);
  return found instanceof HTMLElement ? found : null;
}

document.addEventListener('keydown', (event) => {
  const { target, key } = event;
  if (!(target instanceof Element) || event.isComposing || event.defaultPrevented) return;
  if (!keysOn() || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isWriting(target) || document.querySelector('dialog[open]')) return;
  const holder = holderOf(key);
  if (!holder) return;
  holder.click();
  event.preventDefault();
});

for (const help of document.querySelectorAll('.key-help')) {
  /** @type {HTMLElement} */ (help).hidden = false;
  const list = /** @type {HTMLDialogElement} */ (help.querySelector('#keys'));
  const box = /** @type {HTMLInputElement} */ (help.querySelector('#keys-on'));
  help.querySelector('#show-keys')?.addEventListener('click', () => list.showModal());
  box.checked = keysOn();
  box.addEventListener('change', () => localStorage.setItem(KEYS_SWITCH, box.checked ? 'on' : 'off'));
}
