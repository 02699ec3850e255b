import type { Form } from '../model/disclosure.js';
import { FORM_KIND_TITLES } from '../model/facts/form-kinds.js';
import { CERTAINTY_TITLES, type Grid } from '../model/grid.js';
import type { GridAccount } from '../model/grid-account.js';
import { printable } from './text-width.js';

/**
 * A few lines for each grid: where it stands, what it was taken for, and why it was not taken for more.
 * @param layouts titles of the layouts by id
 */
export const renderGridAccounts = (
  accounts: readonly GridAccount[],
  forms: readonly Form[],
  layouts: ReadonlyMap<string, string>,
): string[] => accounts.map((account) => `${linesOf(account, forms, layouts).map(printable).join('\n')}\n`);

function linesOf(
  { grid, forms: held, loose, unread, nearest }: GridAccount,
  forms: readonly Form[],
  layouts: ReadonlyMap<string, string>,
): string[] {
  const { rows, columns, certainty } = grid;
  const head = `${nameOf(grid)}  ${rows} 行 ${columns} 列${certainty === 'ruled' ? '' : `（${CERTAINTY_TITLES[certainty]}）`}`;
  const verdicts = held.map(({ index, begins }) => {
    const form = forms[index];
    const kind = form ? FORM_KIND_TITLES[form.kind] : '';
    const layout = form?.definition
      ? `，版式 ${layouts.get(form.definition) ?? ''}（${form.definition}）`
      : '';
    return begins ? `绩效表 ${index + 1}：${kind}${layout}` : `续表：接着绩效表 ${index + 1}（${kind}）`;
  });
  const rest = held.length > 0 && loose > 0 ? [`另有 ${loose} 个单元格不在绩效表里`] : [];
  return [
    head,
    ...[...verdicts, ...rest, ...unread.map((each) => `疑似绩效表：${each}`)].map((line) => `  ${line}`),
    ...(held.length === 0 && unread.length === 0 ? ['  其他表'] : []),
    ...(nearest === null ? [] : [`  ${nearest}`]),
  ];
}

const nameOf = ({ table, page, sheet }: Grid): string =>
  sheet !== undefined ? `工作表 ${sheet}` : page !== undefined ? `第 ${page} 页表 ${table}` : `表 ${table}`;
