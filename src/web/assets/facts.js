/**
 * Goes through the places in the source that a finding or a value rests on, one after the other, and enlarges the page or table
 * on the one it is at. Whether it enlarges is kept from one page to the next.
 */

const ZOOM = 'mingzhang-zoom';
/** Of the width of its frame an enlarged cell takes so much, as far as the page stays sharp. */
const CELL_SHARE = 0.5;
/** Pixels a point of the page is drawn with. */
const LEAST = 1.8;
const MOST = 2.8;

const tools = document.querySelector('.fact-steps');
const names = [...document.querySelectorAll('.fact-names li')];
const facts = names.flatMap((name) => {
  const place = placeOfFact(name.getAttribute('value') ?? '');
  return place ? [{ name: name.textContent ?? '', place }] : [];
});
const stepAt = tools?.querySelector('.fact-at');
const zoomButton = tools?.querySelector('.zoom');
let factAt = 0;
let isZoomed = sessionStorage.getItem(ZOOM) === 'on';

/**
 * The outline on a drawn page, or the cell or paragraph of a table, that carries the number.
 * @param {string} number
 */
function placeOfFact(number) {
  const outline = document.querySelector(`.sources [data-numbers~="${number}"]`);
  if (outline) return outline;
  const mark = [...document.querySelectorAll('.sources sup')].find((sup) => sup.textContent === number);
  return mark?.closest('td, blockquote') ?? null;
}

/** @param {Element} place */
const frameOf = (place) => place.closest('.sheet-frame, .grid-frame');

/** @param {boolean} isAsked the reader asked for it, and the window may move */
function showFact(isAsked) {
  const fact = facts[factAt];
  if (!fact) return;
  for (const { place } of facts) place.classList.toggle('fact-here', place === fact.place);
  if (stepAt) stepAt.textContent = `${factAt + 1}/${facts.length} ${fact.name}`;
  zoomButton?.setAttribute('aria-pressed', String(isZoomed));
  const frame = frameOf(fact.place);
  for (const each of document.querySelectorAll('.sheet-frame, .grid-frame')) {
    enlarge(each, isZoomed && each === frame ? fact.place : null);
  }
  if (frame) centre(frame, fact.place);
  if (isAsked) bringIntoView(fact.place, frame);
}

/**
 * @param {Element} frame
 * @param {Element | null} place null: as wide as the frame again
 */
function enlarge(frame, place) {
  frame.classList.toggle('zoomed', place !== null);
  const sheet = frame.querySelector('.sheet');
  if (!(sheet instanceof HTMLElement)) return;
  sheet.style.width = '';
  if (place === null) return;
  const points = sheet.querySelector('svg')?.viewBox.baseVal.width ?? 0;
  const share = place.getBoundingClientRect().width / sheet.getBoundingClientRect().width;
  const wanted = (CELL_SHARE * frame.clientWidth) / share;
  sheet.style.width = `${Math.round(Math.min(Math.max(wanted, LEAST * points), MOST * points))}px`;
}

/**
 * The middle of the place to the middle of its frame; of one that is larger its beginning.
 * @param {Element} frame
 * @param {Element} place
 */
function centre(frame, place) {
  const outer = frame.getBoundingClientRect();
  const inner = place.getBoundingClientRect();
  frame.scrollLeft += inner.left - outer.left - Math.max(8, (outer.width - inner.width) / 2);
  frame.scrollTop += inner.top - outer.top - Math.max(8, (outer.height - inner.height) / 2);
}

/**
 * @param {Element} place
 * @param {Element | null} frame
 */
function bringIntoView(place, frame) {
  const shown = isZoomed && frame ? frame : place;
  const { top, bottom } = shown.getBoundingClientRect();
  const covered = tools?.getBoundingClientRect().height ?? 0;
  if (top >= covered && bottom <= innerHeight) return;
  const middle = (innerHeight - covered - (bottom - top)) / 2;
  scrollBy({ top: top - covered - Math.max(8, middle) });
}

/** @param {number} by */
function stepFact(by) {
  factAt = (factAt + by + facts.length) % facts.length;
  showFact(true);
}

if (tools instanceof HTMLElement && facts.length > 0) {
  tools.hidden = false;
  tools.querySelector('.step-back')?.addEventListener('click', () => stepFact(-1));
  tools.querySelector('.step-on')?.addEventListener('click', () => stepFact(1));
  zoomButton?.addEventListener('click', () => {
    isZoomed = !isZoomed;
    sessionStorage.setItem(ZOOM, isZoomed ? 'on' : 'off');
    showFact(true);
  });
  for (const step of tools.querySelectorAll('.step-back, .step-on')) {
    /** @type {HTMLElement} */ (step).hidden = facts.length < 2;
  }
  showFact(false);
}
