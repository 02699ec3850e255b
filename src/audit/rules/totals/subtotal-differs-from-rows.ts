import type { Evidence } from '../../../model/disclosure.js';
import { type Equation, judgeEquation, SUM_MESSAGES } from '../../figures/equation.js';
import { cellNumber, type Figure, fenOf, figureOf } from '../../figures/figure.js';
import { compareSum } from '../../figures/intervals.js';
import { nameOf } from '../../subjects/calculation.js';
import type { FormSubject } from '../../subjects/subject.js';
import { notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import { defineFormRule } from '../rule.js';

export const subtotalDiffersFromRows = defineFormRule({
  id: 'subtotal-differs-from-rows',
  version: 1,
  title: '小计与所属各行之和不符',
  severity: 'error',
  tolerance: 'T1',
  forms: ['summary', 'project-list', 'project'],
  authority: arithmetic('小计等于其所属各行之和'),
  formula: '小计（各单位的合计行） = Σ 其下（其上）各行，至下一个小计为止',
  why: '小计多由公式算出，与各行不符时，不是改了某一行没有重算，就是某一行算在了别的单位。',
  messages: SUM_MESSAGES,
  *check(form) {
    const rows = [...listRows(form)];
    const sums = rows.flatMap(({ isSum }, index) => (isSum ? [index] : []));
    if (sums.length === 0) return yield notApplicable('没有小计');
    const met = sums.map((index) => isMet(rows, index));
    for (const [order, index] of sums.entries()) yield met[order] ? pass : judge(form, rows, index, met);
  },
  examples: {
    passes: [
      { title: '单位在前，项目在后', disclosures: [listing(['甲站', '30'], '10', '20', ['乙站', '5'], '5')] },
      { title: '小计在后', disclosures: [listing('10', '20', ['小计', '30'], '5', ['小计', '5'])] },
      {
        title: '主管部门的合计下面还有单位',
        disclosures: [listing(['本局', '35'], ['甲站', '30'], '10', '20', ['乙站', '5'], '5')],
      },
    ],
    reports: [
      {
        title: '三个小计中有一个不符',
        disclosures: [listing(['甲站', '30'], '10', '20', ['乙站', '15'], '5', ['丙站', '7'], '7')],
        fields: ['subtotal:乙站'],
      },
      {
        title: '支出明细的小计',
        disclosures: [
          {
            projects: [
              {
                name: '甲',
                costs: [
                  { item: '会议费', amount: '10' },
                  { item: '培训费', amount: '20' },
                  { item: '小计', amount: '35' },
                ],
              },
            ],
          },
        ],
        fields: ['subtotal:小计'],
      },
    ],
    notApplicable: [{ title: '没有小计', disclosures: [listing('10', '20')] }],
  },
});

interface ListRow {
  figure: Figure;
  isSum: boolean;
}

/** The rows of a list in reading order, its own 合计 (another rule's) left out; else the cost lines of the project. */
function* listRows({ form, entries, reading }: FormSubject): Iterable<ListRow> {
  const total = form.total?.evidence;
  const sums = (form.sums ?? []).flatMap(({ printed, amounts: [at] }): ListRow[] => {
    const label = printed.map(({ text }) => text).find((text) => !/^\d*$/.test(text)) ?? '小计';
    if (!at || (total && isSameCell(at.evidence, total)) || /^(合计|总计)/.test(label)) return [];
    return [{ isSum: true, figure: figureOf(label, at.money, at.evidence, reading) }];
  });
  const projects = entries.flatMap(({ mention }): ListRow[] =>
    mention && mention.role !== 'form' && mention.money && mention.evidence.money
      ? [{ isSum: false, figure: figureOf(mention.name, mention.money, mention.evidence.money, reading) }]
      : [],
  );
  const costs = entries
    .flatMap((entry) => entry.costs)
    .flatMap((line): ListRow[] => {
      const { money, evidence } = line;
      if (!money || !evidence.money) return [];
      const label = nameOf(line);
      return [{ isSum: /^(小计|合计)/.test(label), figure: figureOf(label, money, evidence.money, reading) }];
    });
  const rows = sums.length > 0 ? [...sums, ...projects] : costs;
  yield* rows.sort((a, b) => cellNumber(a.figure.evidence) - cellNumber(b.figure.evidence));
}

const isSameCell = (a: Evidence, b: Evidence): boolean => a.block === b.block && a.cell === b.cell;

/** Whether some run of rows the structure allows adds up: behind it up to some other sum, or before it back to the last. */
const isMet = (rows: ListRow[], index: number): boolean =>
  runsOf(rows, index).some((run) => run.length > 0 && agrees(rows[index], run));

function runsOf(rows: ListRow[], index: number): Figure[][] {
  const figuresOf = (part: ListRow[]): Figure[] =>
    part.filter(({ isSum }) => !isSum).map(({ figure }) => figure);
  const ends = rows.flatMap(({ isSum }, at) => (isSum && at > index ? [at] : []));
  const behind = [...ends, rows.length].map((end) => figuresOf(rows.slice(index + 1, end)));
  return [...behind, before(rows, index)];
}

function before(rows: ListRow[], index: number): Figure[] {
  const last = rows.slice(0, index).findLastIndex(({ isSum }) => isSum);
  return rows.slice(last + 1, index).map(({ figure }) => figure);
}

function agrees(row: ListRow | undefined, run: Figure[]): boolean {
  const agreement = row && compareSum(row.figure, run)?.agreement;
  return agreement !== undefined && agreement !== 'differs';
}

/** The rows it covers are those right behind it (before it, where 小计 says so); sure where half of the list's sums are met. */
function judge({ form }: FormSubject, rows: ListRow[], index: number, met: boolean[]): Verdict {
  const row = rows[index];
  if (!row) return notApplicable('没有小计');
  const next = rows.findIndex(({ isSum }, at) => isSum && at > index);
  const behind = rows.slice(index + 1, next < 0 ? rows.length : next).map(({ figure }) => figure);
  const closes = /^(小计|合计)/.test(row.figure.label);
  const parts = closes || behind.length === 0 ? before(rows, index) : behind;
  if (parts.length === 0) return notApplicable('小计下没有列出的行');
  const sure = closes || (met.filter(Boolean).length * 2 >= met.length && met.length > 1);
  const blank = parts.some((part) => fenOf(part) === null);
  const equation: Equation = {
    field: `subtotal:${row.figure.label}`,
    project: null,
    total: row.figure,
    parts,
    alternatives: [],
    doubts: [
      ...(sure ? [] : ['小计所属的行由位置推定']),
      ...(blank || form.state === 'partial' ? ['有的行没有读出金额'] : []),
    ],
  };
  return judgeEquation(equation);
}

function listing(...rows: (string | [name: string, amount: string])[]) {
  return {
    summary: {
      rows: rows.map((row, index) =>
        typeof row === 'string'
          ? { name: `项目${index}`, amount: row }
          : { name: row[0], amount: row[1], sums: true as const },
      ),
    },
  };
}
