/**
 * Names by keyboard: within a pair 1, 2, 3 press its buttons, the arrows go to the next pair and back. Keys count only while the
 * focus is within a pair; without this script the same is done by Tab and Enter.
 */

const pairs = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.candidate')]);

/** @param {number} index */
function select(index) {
  const button = pairs[index]?.querySelector('button');
  button?.focus({ preventScroll: true });
  pairs[index]?.scrollIntoView({ block: 'nearest' });
}

document.addEventListener('keydown', (event) => {
  const { target, key } = event;
  if (!(target instanceof Element) || event.ctrlKey || event.metaKey || event.altKey) return;
  const index = pairs.findIndex((pair) => pair.contains(target));
  if (index < 0) return;
  if (key === 'ArrowDown' || key === 'ArrowUp') select(index + (key === 'ArrowDown' ? 1 : -1));
  else if (['1', '2', '3'].includes(key)) pairs[index]?.querySelectorAll('button')[Number(key) - 1]?.click();
  else return;
  event.preventDefault();
});
