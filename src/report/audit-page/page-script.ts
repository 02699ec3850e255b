/**
 * Script of the audit page: filters the list and the working papers by the numbers in `data-…`, opens the evidence a link
 * leads to, and opens all that is shown for printing. Without it the page shows everything.
 */
export const PAGE_SCRIPT = `
'use strict';
const filters = document.querySelector('.filters');
const fields = ['region', 'department', 'rule', 'severity'];
const selects = fields.map((field) => filters.querySelector('[name=' + field + ']'));
const findings = [...document.querySelectorAll('[data-finding]')];
const groups = [...document.querySelectorAll('[data-group]')];
const shown = filters.querySelector('output');
const rows = findings.filter((each) => each.tagName === 'TR');

function narrowDepartments() {
  const [region, department] = selects;
  for (const option of department.options) {
    option.hidden = region.value !== '' && option.value !== '' && option.dataset.region !== region.value;
    if (option.hidden && option.selected) department.value = '';
  }
}

function applyFilters() {
  narrowDepartments();
  const wanted = selects.map((select) => select.value);
  for (const each of findings) {
    each.hidden = fields.some((field, index) => wanted[index] !== '' && each.dataset[field] !== wanted[index]);
  }
  for (const group of groups) group.hidden = group.querySelector('[data-finding]:not([hidden])') === null;
  const count = rows.filter((row) => !row.hidden).length;
  const chosen = selects.filter((select) => select.value !== '').map((select) => select.selectedOptions[0].text);
  shown.textContent = '显示 ' + count + ' / ' + rows.length + ' 条' + (chosen.length > 0 ? '：' + chosen.join('，') : '');
}

function openTarget() {
  const target = location.hash === '' ? null : document.getElementById(location.hash.slice(1));
  if (!target || !target.matches('.finding')) return;
  if (target.hidden) {
    for (const select of selects) select.value = '';
    applyFilters();
  }
  target.open = true;
  target.scrollIntoView();
}

let closed = [];
function openForPrint() {
  closed = findings.filter((each) => each.tagName === 'DETAILS' && !each.hidden && !each.open);
  for (const each of closed) each.open = true;
}
function closeAfterPrint() {
  for (const each of closed) each.open = false;
  closed = [];
}

filters.addEventListener('change', applyFilters);
filters.querySelector('button').addEventListener('click', () => {
  for (const select of selects) select.value = '';
  applyFilters();
});
addEventListener('hashchange', openTarget);
document.addEventListener('click', (event) => {
  const link = event.target.closest('a');
  if (link && link.hash === location.hash) openTarget();
});
addEventListener('beforeprint', openForPrint);
addEventListener('afterprint', closeAfterPrint);
applyFilters();
openTarget();
`;
