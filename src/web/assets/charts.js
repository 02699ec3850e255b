/**
 * Draws the tables of `figure[data-chart]` with Chart.js (global `Chart`). What is drawn is what the table says; a click on
 * a point follows the link in its cell.
 */

/** @typedef {{ label: string, link: string | null, value: number | null, text: string }} Point */
/** @typedef {{ title: string, points: Point[] }} Series */

const COLORS = ['#1f4e79', '#b35c00', '#3b7d4f', '#7a3e8e', '#8a1c1c', '#4f6d7a', '#a08000', '#555555'];
const KINDS = { bar: 'bar', stacked: 'bar', line: 'line', points: 'line' };

/** @param {HTMLTableElement} table @returns {Series[]} */
function readSeries(table) {
  const titles = [...(table.tHead?.rows[0]?.cells ?? [])]
    .slice(1)
    .map((cell) => cell.textContent?.trim() ?? '');
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  return titles
    .map((title, index) => ({ title, points: rows.map((row) => readPoint(row, index + 1)) }))
    .filter(({ points }) => points.some(({ value }) => value !== null));
}

/** @param {HTMLTableRowElement} row @param {number} column @returns {Point} */
function readPoint(row, column) {
  const cell = row.cells[column];
  const figure = cell?.dataset.value;
  const link = cell?.querySelector('a') ?? row.cells[0]?.querySelector('a') ?? null;
  return {
    label: row.cells[0]?.textContent?.trim() ?? '',
    link: link?.href ?? null,
    value: figure === undefined || figure === '' ? null : Number(figure),
    text: cell?.textContent?.trim() ?? '',
  };
}

/** @param {HTMLElement} figure */
function drawChart(figure) {
  const table = figure.querySelector('table');
  const holder = /** @type {HTMLElement | null} */ (figure.querySelector('.canvas'));
  const kind = /** @type {keyof typeof KINDS} */ (figure.dataset.chart);
  if (!table || !holder) return;
  const series = readSeries(table);
  if (series.length === 0) return;
  const canvas = document.createElement('canvas');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', `${figure.querySelector('figcaption')?.textContent ?? ''}（数据见下表）`);
  holder.append(canvas);
  holder.hidden = false;
  /** @param {number} dataset @param {number} index */
  const pointAt = (dataset, index) => series[dataset]?.points[index];
  // @ts-expect-error the page loads Chart.js before this script
  new Chart(canvas, {
    type: KINDS[kind],
    data: {
      labels: series[0]?.points.map(({ label }) => label) ?? [],
      datasets: series.map(({ title, points }, index) => ({
        label: title,
        data: points.map(({ value }) => value),
        backgroundColor: COLORS[index % COLORS.length],
        borderColor: COLORS[index % COLORS.length],
        showLine: kind !== 'points',
        pointRadius: kind === 'points' ? 5 : 3,
        borderWidth: KINDS[kind] === 'line' ? 2 : 0,
        maxBarThickness: 48,
      })),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: 'nearest', intersect: true },
      scales: {
        x: { stacked: kind === 'stacked' },
        y: { stacked: kind === 'stacked', beginAtZero: true },
      },
      plugins: {
        legend: { display: series.length > 1 },
        tooltip: {
          callbacks: {
            /** @param {{ datasetIndex: number, dataIndex: number, dataset: { label: string } }} item */
            label: (item) =>
              `${item.dataset.label}：${pointAt(item.datasetIndex, item.dataIndex)?.text ?? ''}`,
          },
        },
      },
      /** @param {unknown} _ @param {{ datasetIndex: number, index: number }[]} hits */
      onClick: (_, [hit]) => {
        const link = hit && pointAt(hit.datasetIndex, hit.index)?.link;
        if (link) location.assign(link);
      },
      /** @param {unknown} _ @param {{ datasetIndex: number, index: number }[]} hits */
      onHover: (_, [hit]) => {
        canvas.style.cursor = hit && pointAt(hit.datasetIndex, hit.index)?.link ? 'pointer' : 'default';
      },
    },
  });
  const data = figure.querySelector('details');
  if (data && data.dataset.kept === undefined) data.open = false;
}

for (const figure of document.querySelectorAll('figure[data-chart]')) {
  drawChart(/** @type {HTMLElement} */ (figure));
}
