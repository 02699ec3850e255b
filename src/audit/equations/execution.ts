import type { ExecutionLine } from '../../model/disclosure.js';
import { arePartsWhole, blankDoubts, topLevel } from '../figures/budget-category.js';
import type { EquationOrReason } from '../figures/equation.js';
import { type Figure, figureOf } from '../figures/figure.js';
import { oncePer } from '../subjects/once-per.js';
import type { FormEntry, FormSubject } from '../subjects/subject.js';
import { notApplicable } from '../verdicts/verdict.js';

const COLUMNS = { initial: '年初预算数', budget: '全年预算数', spent: '全年执行数' } as const;
type Column = keyof typeof COLUMNS;

const TOTAL = /(资金)?(总额|总计|合计)$/;

/** 自评表: 年度资金总额 = 财政拨款 + 上年结转 + 其他资金, in each of the three columns. */
export const executionEquations = oncePer((form: FormSubject) => [...listEquations(form)]);

function* listEquations(form: FormSubject): Generator<EquationOrReason> {
  for (const entry of form.entries) {
    const total = entry.execution.filter(({ category }) => TOTAL.test(category));
    const [first, another] = total;
    if (!first) continue;
    if (another) yield notApplicable('执行情况有多个总额行');
    else for (const column of Object.keys(COLUMNS) as Column[]) yield equationOf(entry, first, column);
  }
}

function equationOf(entry: FormEntry, totalLine: ExecutionLine, column: Column): EquationOrReason {
  const total = figureAt(entry, totalLine, column);
  if (!total) return notApplicable(`没有${COLUMNS[column]}`);
  const parts = entry.execution
    .filter((line) => line !== totalLine)
    .flatMap((line) => figureAt(entry, line, column) ?? []);
  const top = topLevel(parts);
  return {
    field: `execution.${column}`,
    project: entry.project,
    total: { ...total, label: `${totalLine.category} ${COLUMNS[column]}` },
    parts: top,
    alternatives: top.length < parts.length ? [parts] : [],
    doubts: blankDoubts(total, top),
    isLimit: !arePartsWhole(
      totalLine.category,
      top.map((figure) => ({ figure, label: figure.label })),
    ),
  };
}

function figureAt(entry: FormEntry, line: ExecutionLine, column: Column): Figure | null {
  const money = line[column];
  const evidence = line.evidence[column];
  return money && evidence ? figureOf(line.category, money, evidence, entry.reading) : null;
}
