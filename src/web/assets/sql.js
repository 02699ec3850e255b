/** Names of views and columns are put into the statement by a click; Ctrl+Enter runs it. */

const statement = document.querySelector('form.statement textarea');

/** @param {string} text */
function insert(text) {
  if (!(statement instanceof HTMLTextAreaElement)) return;
  const { selectionStart, selectionEnd, value } = statement;
  const before = value.slice(0, selectionStart);
  const gap = /[\s(,.=<>]$|^$/.test(before) ? '' : ' ';
  statement.setRangeText(gap + text, selectionStart, selectionEnd, 'end');
  statement.focus();
}

for (const name of document.querySelectorAll('[data-insert]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'insert';
  const text = name.getAttribute('data-insert') ?? '';
  button.textContent = name.textContent;
  button.title = `把 ${text} 写进语句`;
  button.addEventListener('click', () => insert(text));
  name.replaceWith(button);
}

statement?.addEventListener('keydown', (event) => {
  if (!(event instanceof KeyboardEvent) || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  statement.closest('form')?.requestSubmit();
});
