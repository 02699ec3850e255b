import { ofKind, yearFigures } from '../../equations/statements/facts.js';
import { type ProjectForm, projectForms } from '../../equations/statements/project-forms.js';
import { statementObstacle } from '../../equations/statements/statement-verdicts.js';
import { type Figure, fenOf } from '../../figures/figure.js';
import { showFen, showFigure, showIn } from '../../figures/format.js';
import { isPrintedSum, isSamePrinted } from '../../figures/printed-sum.js';
import { slipWords } from '../../figures/unit-slip.js';
import { plainItem, type StatementSubject, wholeStatements } from '../../subjects/statements.js';
import { plainText } from '../../texts/plain-text.js';
import { fail, notApplicable, notEvaluated, pass, type Verdict } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import type { DisclosureSpec } from '../example.js';
import { defineDocumentRule } from '../rule.js';

export const projectAmountDiffersFromStatement = defineDocumentRule({
  id: 'project-amount-differs-from-statement',
  version: 1,
  title: '项目绩效目标表的金额与项目支出表不符',
  severity: 'error',
  tolerance: 'T1',
  authority: arithmetic('同一项目在项目支出表和绩效目标表中的金额应当一致'),
  formula: '项目绩效目标表金额 = 项目支出表同名（同编码）各行',
  why: '同一个项目两处金额不同，多半一处是上年的或调整前的；一个项目分几行列出的，先把各行相加。',
  messages: {
    differs: '项目“{name}”的绩效目标表为{reported}，项目支出表为{expected}，相差{difference}，待核实。',
  },
  *check(disclosure) {
    const forms = projectForms(disclosure);
    if (forms.length === 0) return yield notApplicable('没有项目绩效目标表');
    const obstacle = statementObstacle(disclosure);
    if (obstacle) return yield obstacle;
    const lists = ofKind(wholeStatements(disclosure), 'project-expenditure');
    if (lists.length === 0) return yield notApplicable('没有项目支出表');
    const rows = lists.flatMap(rowsOf);
    const names = new Map<string, number>();
    for (const { name } of forms) names.set(plainText(name), (names.get(plainText(name)) ?? 0) + 1);
    let compared = false;
    for (const form of forms) {
      const own = matching(form, rows);
      const isUnique = names.get(plainText(form.name)) === 1 || own.every(({ code }) => code !== '');
      if (own.length === 0 || !isUnique) continue;
      const others = rows.filter(
        ({ name }) => name.includes(plainText(form.name)) && name !== plainText(form.name),
      );
      compared = true;
      yield judge(form, own, others.length > 0);
    }
    if (!compared) yield notApplicable('项目支出表中没有同名的项目');
  },
  examples: {
    passes: [
      { title: '相同', disclosures: [pack('12', ['12'])] },
      { title: '分两行列出，相加相同', disclosures: [pack('12', ['7', '5'])] },
    ],
    reports: [
      { title: '目标表还是上年的数', disclosures: [pack('9', ['12'])], fields: ['project.statement'] },
    ],
    notApplicable: [
      { title: '没有项目绩效目标表', disclosures: [{ statements: pack('1', []).statements }] },
      { title: '项目支出表中没有它', disclosures: [pack('1', [])] },
    ],
  },
});

interface Row {
  code: string;
  name: string;
  /** Every amount of the row for the year: scopes may differ. */
  figures: Figure[];
}

function rowsOf(subject: StatementSubject): Row[] {
  const { statement } = subject;
  return statement.lines.flatMap((line, index): Row[] => {
    if (line.role !== 'item') return [];
    const figures = yearFigures(subject, index);
    return figures.length > 0
      ? [{ code: line.code ?? '', name: plainText(plainItem(line.item)), figures }]
      : [];
  });
}

const LONGEST_RUNNING_NUMBER = 8;

function matching({ code, name }: ProjectForm, rows: Row[]): Row[] {
  const byCode = code && code.length > LONGEST_RUNNING_NUMBER ? rows.filter((row) => row.code === code) : [];
  if (byCode.length > 0) return byCode;
  const own = plainText(name);
  return own === '' ? [] : rows.filter((row) => row.name === own).map((row) => ({ ...row, code: '' }));
}

/** @param hasKin whether rows of other names name the project too: its money may be in several of them */
function judge({ figure, name, entry }: ProjectForm, rows: Row[], hasKin: boolean): Verdict {
  const firsts = rows.flatMap(({ figures }) => figures[0] ?? []);
  const isMet =
    rows.some(({ figures }) => figures.some((each) => isSamePrinted(each, figure))) ||
    isPrintedSum(figure, firsts) === true;
  const [first] = firsts;
  if (isMet || !first) return pass;
  if (rows.length > 1 || hasKin) return notEvaluated('项目在项目支出表中分列几行');
  const sum = fenOf(first) ?? 0;
  const unit = first.money.unit ?? '万元';
  const difference = (fenOf(figure) ?? 0) - sum;
  return fail({
    field: 'project.statement',
    project: entry.project,
    message: 'differs',
    parameters: {
      name,
      reported: showIn(figure, unit),
      expected: showFigure(first),
      difference: `${showFen(Math.abs(difference), unit)}${slipWords(figure, first)}`,
    },
    reported: showFigure(figure),
    expected: showFigure(first),
    differenceFen: difference,
    totalFen: sum,
    operands: [figure, ...firsts],
  });
}

function pack(amount: string, rows: string[]): DisclosureSpec {
  return {
    projects: [{ name: '河道清淤工程', amount }],
    statements: [
      {
        kind: 'project-expenditure',
        title: '项目支出表',
        columns: [['合计', 'total']],
        lines: [
          { item: '合计', role: 'total', amounts: ['30'] },
          ...rows.map((row) => ({ item: '河道清淤工程', amounts: [row] })),
          { item: '沿岸绿化', amounts: ['18'] },
        ],
      },
    ],
  };
}
