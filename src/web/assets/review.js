/**
 * Review by keyboard, in the list of findings and on the page of one: j/k mark the next and previous row, an answer's key chooses
 * it and goes on to the reason, Enter saves. Without this script the same is done by links and forms. Shows how far a running
 * audit is.
 */

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
  history.replaceState(history.state, '', `#${row.id}`);
}

/** @param {'prev' | 'next'} rel */
function follow(rel) {
  /** @type {HTMLAnchorElement | null} */ (document.querySelector(`main a[rel="${rel}"]`))?.click();
}

/**
 * Chooses an answer and goes on to what is missing.
 * @param {HTMLInputElement} choice
 */
function choose(choice) {
  choice.checked = true;
  if (choice.form) askReason(choice.form);
  const who = fieldOf(choice.form, 'who');
  goTo(who?.value.trim() === '' ? who : fieldOf(choice.form, 'comment'));
}

/**
 * @param {HTMLFormElement | null} form
 * @param {'who' | 'comment'} name
 */
function fieldOf(form, name) {
  const field = form?.elements.namedItem(name);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field : null;
}

/** @param {HTMLElement | null} field */
function goTo(field) {
  const details = field?.closest('details');
  if (details) details.open = true;
  field?.focus();
  field?.scrollIntoView({ block: 'nearest' });
}

/** @param {string} key */
function choiceOf(key) {
  const wanted = `input[type="radio"][aria-keyshortcuts="${CSS.escape(key)}"]`;
  if (rows.length > 0 && current < 0 && document.querySelector(wanted)) select(0);
  const found = (rows[current] ?? document).querySelector(wanted);
  return found instanceof HTMLInputElement ? found : null;
}

/** @param {KeyboardEvent} event */
function onReviewKey(event) {
  const { target, key } = event;
  if (!(target instanceof Element) || event.isComposing) return;
  if (isWriting(target)) return onFieldKey(event, target);
  if (!keysOn() || event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.querySelector('dialog[open]')) return;
  const choice = choiceOf(key);
  if (rows.length > 0 && (key === 'j' || key === 'k')) {
    select(current < 0 ? 0 : current + (key === 'j' ? 1 : -1));
  } else if (rows.length > 0 && key === 'o') {
    rows[current]?.querySelector('a')?.click();
  } else if (choice) {
    const details = choice.closest('details');
    if (details) details.open = true;
    choose(choice);
  } else if (key === 'z' && reviews.length > 0 && !holderOf(key)) {
    tellNothingToUndo();
  } else return;
  event.preventDefault();
}

/** Where it was told what was just answered, or at the top. */
function tellNothingToUndo() {
  document.querySelector('.nothing-to-undo')?.remove();
  const line = document.createElement('p');
  line.className = 'nothing-to-undo';
  line.setAttribute('role', 'status');
  const notice = document.querySelector('.answered');
  if (notice) notice.append(line);
  else document.querySelector('h1')?.after(line);
  line.textContent = '没有可以撤销的答复。';
  line.scrollIntoView({ block: 'nearest' });
}

/**
 * @param {KeyboardEvent} event
 * @param {Element} field
 */
function onFieldKey(event, field) {
  const form = field.closest('form');
  if (!form?.matches('.review')) return;
  if (event.key === 'Escape') leave(field, form);
  const who = fieldOf(form, 'who');
  if (event.key === 'Enter' && field === who) {
    event.preventDefault();
    if (who.value.trim() !== '') goTo(fieldOf(form, 'comment'));
  } else if (event.key === 'Enter' && field instanceof HTMLTextAreaElement && !event.shiftKey && keysOn()) {
    event.preventDefault();
    form.requestSubmit();
  }
}

/**
 * @param {Element} field
 * @param {HTMLFormElement} form
 */
function leave(field, form) {
  const details = field.closest('details.answer-here');
  if (details instanceof HTMLDetailsElement) details.open = false;
  form.reset();
  if (rows.length > 0) select(current);
  else if (field instanceof HTMLElement) field.blur();
}

/**
 * An answer that needs a reason is not sent without one.
 * @param {HTMLFormElement} form
 */
function askReason(form) {
  const comment = fieldOf(form, 'comment');
  const chosen = form.querySelector('input[name="state"]:checked');
  const asked = chosen instanceof HTMLInputElement ? chosen.dataset.askReason : undefined;
  comment?.setCustomValidity(asked !== undefined && comment.value.trim() === '' ? asked : '');
}

const reviews = /** @type {HTMLFormElement[]} */ ([...document.querySelectorAll('form.review')]);
for (const form of reviews) {
  askReason(form);
  for (const event of ['input', 'change']) form.addEventListener(event, () => askReason(form));
  form.addEventListener('reset', () => setTimeout(() => askReason(form)));
}

document.addEventListener('keydown', onReviewKey);
// A field that is folded away cannot be asked for.
document.addEventListener(
  'invalid',
  ({ target }) => {
    if (target instanceof HTMLElement && target.closest('form.review')) goTo(target);
  },
  true,
);

const told = document.querySelector('.answered');
// A browser that goes to the row the address names takes the focus away once more; so after that.
addEventListener('load', () =>
  setTimeout(() => {
    if (current >= 0) select(current);
    else if (told instanceof HTMLElement) told.focus();
  }),
);

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
