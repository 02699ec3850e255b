/**
 * Review by keyboard, in the list of findings and on the page of one: j/k next and previous, c/e/d the answer, o opens. Without
 * this script the same is done by links and forms. Shows how far a running audit is.
 */

/** @type {Record<string, string>} */
const ANSWERS = { c: 'confirmed', e: 'explained', d: 'dismissed' };
const SWITCH = 'mingzhang-keys';

const rows = /** @type {HTMLTableRowElement[]} */ ([...document.querySelectorAll('tr[id^="f"]')]);
let current = rows.findIndex((row) => `#${row.id}` === location.hash);

/** @param {number} index */
function select(index) {
  const row = rows[index];
  if (!row) return follow(index < 0 ? 'prev' : 'next');
  rows[current]?.classList.remove('current');
  current = index;
  row.classList.add('current');
  row.querySelector('a')?.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
}

/** @param {'prev' | 'next'} rel */
function follow(rel) {
  /** @type {HTMLAnchorElement | null} */ (document.querySelector(`main a[rel="${rel}"]`))?.click();
}

/** @param {number} by */
function step(by) {
  if (rows.length === 0) follow(by > 0 ? 'next' : 'prev');
  else select(current < 0 ? 0 : current + by);
}

/** @param {string} state */
function answer(state) {
  if (rows.length > 0 && current < 0) select(0);
  const holder = rows[current] ?? document;
  const details = holder.querySelector('details.answer-here');
  if (details instanceof HTMLDetailsElement) details.open = true;
  const form = holder.querySelector('form.review');
  const choice = form?.querySelector(`input[value="${state}"]`);
  if (!(form instanceof HTMLFormElement) || !(choice instanceof HTMLInputElement)) return;
  choice.checked = true;
  const who = /** @type {HTMLInputElement} */ (form.elements.namedItem('who'));
  const comment = /** @type {HTMLInputElement} */ (form.elements.namedItem('comment'));
  (who.value === '' ? who : comment).focus();
}

const keysOn = () => localStorage.getItem(SWITCH) !== 'off';

/** @param {KeyboardEvent} event */
function onKey(event) {
  const { target, key } = event;
  if (!(target instanceof Element) || event.isComposing) return;
  const field = target.closest('input:not([type="radio"], [type="checkbox"]), textarea, select');
  if (field) {
    if (key === 'Escape') leave(target);
    if (key === 'Enter' && event.ctrlKey) target.closest('form')?.requestSubmit();
    return;
  }
  if (!keysOn() || event.ctrlKey || event.metaKey || event.altKey) return;
  const state = ANSWERS[key];
  if (key === 'j') step(1);
  else if (key === 'k') step(-1);
  else if (key === 'o') rows[current]?.querySelector('a')?.click();
  else if (state !== undefined) answer(state);
  else return;
  event.preventDefault();
}

/** @param {Element} field */
function leave(field) {
  const details = field.closest('details.answer-here');
  if (details instanceof HTMLDetailsElement) details.open = false;
  field.closest('form')?.reset();
  if (rows.length > 0) select(current);
  else if (field instanceof HTMLElement) field.blur();
}

document.addEventListener('keydown', onKey);

for (const help of document.querySelectorAll('.key-help')) {
  /** @type {HTMLElement} */ (help).hidden = false;
  const box = help.querySelector('#keys-on');
  if (!(box instanceof HTMLInputElement)) continue;
  box.checked = keysOn();
  box.addEventListener('change', () => localStorage.setItem(SWITCH, box.checked ? 'on' : 'off'));
}

if (current >= 0) select(current);

const running = document.getElementById('audit-running');
if (running) {
  const bar = running.querySelector('progress');
  const seen = running.querySelector('output');
  const ask = async () => {
    const response = await fetch('/audit');
    if (!response.ok) return;
    const state = await response.json();
    if (state.kind !== 'running') return location.reload();
    if (bar) {
      bar.max = Math.max(state.documents, state.seen, 1);
      bar.value = state.seen;
    }
    if (seen) seen.textContent = state.seen.toLocaleString('zh-CN');
    setTimeout(ask, 1000);
  };
  setTimeout(ask, 1000);
}
