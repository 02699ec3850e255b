/** Shows what is highlighted: the cell the address names wherever it is, others sideways within their page or table. */

const OPERANDS = '.outlines .operand, td.operand';

for (const frame of document.querySelectorAll('.sheet-frame, .grid-frame')) {
  const cell = frame.querySelector(OPERANDS);
  if (cell) scrollSideways(frame, cell);
}
document.querySelector(':is(#here, .whole .operand)')?.scrollIntoView({ block: 'center', inline: 'center' });

/**
 * To the middle of the frame, or to the beginning of a cell that is wider.
 * @param {Element} frame
 * @param {Element} cell
 */
function scrollSideways(frame, cell) {
  const outer = frame.getBoundingClientRect();
  const inner = cell.getBoundingClientRect();
  if (inner.left >= outer.left && inner.right <= outer.right) return;
  frame.scrollLeft += inner.left - outer.left - Math.max(0, (outer.width - inner.width) / 2);
}
