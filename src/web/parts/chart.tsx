import type { Child, FC } from 'hono/jsx';

/**
 * A table that `chart.js` and `charts.js` draw as a chart above it: the first column names the points, each further one is a
 * series whose cells carry their figure in `data-value`; a link in a cell is where its point leads. Without scripts, and for
 * screen readers, the table says it all. A page that has one names `CHART_SCRIPTS`.
 */
export const Chart: FC<{
  kind: 'bar' | 'stacked' | 'line' | 'points';
  title: string;
  /** The figures stay in sight below the chart. */
  keepsTable?: boolean;
  children?: Child;
}> = ({ kind, title, keepsTable = false, children }) => (
  <figure class="chart" data-chart={kind}>
    <figcaption>{title}</figcaption>
    <div class="canvas" hidden />
    <details open data-kept={keepsTable ? '' : undefined}>
      <summary>数据</summary>
      <div class="wide">{children}</div>
    </details>
  </figure>
);

export const CHART_SCRIPTS = ['chart.js', 'charts.js'] as const;
