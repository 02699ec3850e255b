import { STAGE_TITLES } from '../../model/facts/stages.js';
import type { Trend, TrendChange } from '../../model/trend.js';
import { CHANGE_TITLES, TRENDED_TITLES } from '../../model/trend.js';
import { renderTable } from '../render-table.js';
import type { Column, Row } from '../row.js';
import { showWan } from '../show-money.js';

/** A trend for the terminal: the figures of each year, then what became of what from one year to the next. */
export function trendText({ region, department, project, editions, changes }: Trend, width: number): string {
  const years = [...new Set(changes.map(({ year }) => year))];
  const title = [
    region ?? '地区未定',
    department ?? '部门未定',
    ...(project === null ? [] : [`“${project}”`]),
  ];
  const figures = renderTable(
    editions.map((edition) => ({
      ...edition,
      documents: edition.documents.map((id) => `d${id}`).join('、'),
      stage: STAGE_TITLES[edition.stage],
      total: edition.totalFen === null ? null : showWan(edition.totalFen),
      sum: edition.projectsFen === null ? null : showWan(edition.projectsFen),
    })),
    EDITIONS,
    width,
  );
  return [
    `${title.join(' ')}\n${figures}`,
    ...years.map((year) =>
      yearSection(
        changes.filter((change) => change.year === year),
        width,
      ),
    ),
  ].join('\n');
}

const EDITIONS: Column[] = [
  { name: 'year', title: '年度' },
  { name: 'stage', title: '阶段' },
  { name: 'total', title: '资金总额（万元）', whole: true },
  { name: 'projects', title: '项目' },
  { name: 'sum', title: '项目合计（万元）', whole: true },
  { name: 'indicators', title: '指标' },
  { name: 'documents', title: '文档' },
];

const CHANGES: Column[] = [
  { name: 'change', title: '变化', whole: true },
  { name: 'project', title: '项目' },
  { name: 'name', title: '名称' },
  { name: 'before', title: '上一年' },
  { name: 'after', title: '这一年' },
  { name: 'difference', title: '增减（万元）', whole: true },
  { name: 'likeness', title: '相似度', whole: true },
  { name: 'row', title: '编号', whole: true },
];

function yearSection(changes: readonly TrendChange[], width: number): string {
  const [first] = changes;
  const shown = changes.filter(
    ({ change, of }) => change !== 'same' && !(of === 'text' && change === 'changed'),
  );
  const same = (of: TrendChange['of']): number =>
    changes.filter((change) => change.of === of && change.change === 'same').length;
  const rest = [`金额未变的项目 ${same('project')}`, `目标未变的指标 ${same('indicator')}`].join('，');
  const table = shown.length === 0 ? '  没有变化\n' : indented(shown.map(changeRow), width);
  return `${first?.yearBefore} → ${first?.year}\n${table}  ${rest}\n`;
}

const changeRow = (change: TrendChange): Row => ({
  change: `${TRENDED_TITLES[change.of]}${CHANGE_TITLES[change.change]}`,
  project: change.project ?? '（整个部门）',
  name: nameOf(change),
  before: change.before,
  after: change.after,
  difference:
    change.differenceFen === null
      ? null
      : `${change.differenceFen > 0 ? '+' : ''}${showWan(change.differenceFen)}`,
  likeness: change.likeness?.toFixed(2) ?? null,
  row: change.row,
});

function nameOf({ of, change, name, nameBefore }: TrendChange): string {
  const former = nameBefore === null ? '' : `（原 ${nameBefore}）`;
  if (of === 'project') return `${change === 'changed' ? '金额' : ''}${former}`;
  return `${name}${former}`;
}

function indented(rows: readonly Row[], width: number): string {
  const columns = CHANGES.filter(({ name }) => rows.some((row) => (row[name] ?? '') !== ''));
  return renderTable(rows, columns, width - 2).replace(/^(?=.)/gm, '  ');
}
