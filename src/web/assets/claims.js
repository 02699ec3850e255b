/** Says what became of the cell pointed at. */

const LINKS = '.outlines a, a.claim';

const hint = document.createElement('p');
hint.className = 'claim-hint';
hint.setAttribute('aria-hidden', 'true');
hint.hidden = true;
document.body.append(hint);

/** @param {Event} event */
function show({ target }) {
  const link = target instanceof Element ? target.closest(LINKS) : null;
  hint.hidden = link === null;
  hint.textContent = link?.getAttribute('title') ?? link?.getAttribute('aria-label') ?? '';
}

document.addEventListener('pointerover', show);
document.addEventListener('focusin', show);
