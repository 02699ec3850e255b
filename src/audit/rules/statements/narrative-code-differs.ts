import { plainSubject, saidFigure } from '../../equations/statements/said-facts.js';
import { statementObstacle } from '../../equations/statements/statement-verdicts.js';
import { fenOf } from '../../figures/figure.js';
import { plainItem, type StatementSubject, statementSubjects } from '../../subjects/statements.js';
import { fail, notApplicable, notEvaluated, pass } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { DisclosureSpec } from '../example.js';
import { defineDocumentRule } from '../rule.js';

export const narrativeCodeDiffers = defineDocumentRule({
  id: 'narrative-code-differs',
  version: 1,
  title: '文字说明的科目编码与预算表不符',
  severity: 'warning',
  tolerance: 'none',
  authority: guidance('财政部《政府收支分类科目》：一个科目一个编码，文字与表应当一致'),
  formula: '文字中科目名称旁的编码 = 预算表中同名科目的编码（之一）',
  why: '文字和表的编码不同，多半沿用了别的部门或上年的文字，或把款的名称写成了项。',
  messages: {
    differs: '文字中“{subject}”的科目编码印为{printed}，各预算表中这一科目的编码是{codes}，待核实。',
  },
  *check(disclosure) {
    const own = disclosure.disclosure.said.filter(({ code }) => code && FUNCTION.test(code));
    if (own.length === 0) return yield notApplicable('文字中没有科目编码');
    const obstacle = statementObstacle(disclosure);
    if (obstacle) return yield obstacle;
    const subjects = statementSubjects(disclosure);
    if (subjects.some(({ statement }) => statement.partial)) return yield notEvaluated('预算表没有读全');
    const codes = codesByName(subjects);
    const reported = new Set<string>();
    for (const said of own) {
      const name = plainSubject(said.subject);
      const known = codes.get(name);
      const figure = saidFigure(said, said.money, disclosure);
      const key = `${name} ${said.code}`;
      if (!known || !said.code || known.has(said.code) || !figure || !fenOf(figure) || reported.has(key)) {
        yield pass;
        continue;
      }
      reported.add(key);
      yield fail({
        field: `code:${name}`,
        project: null,
        message: 'differs',
        parameters: { subject: said.subject, printed: said.code, codes: [...known].join('、') },
        reported: said.code,
        expected: [...known].join('、'),
        operands: [figure],
      });
    }
  },
  examples: {
    passes: [
      { title: '编码与表相同', disclosures: [pack('行政运行', '2013301')] },
      { title: '同名科目有两个编码', disclosures: [pack('行政运行', '2019901')] },
      { title: '上年有、本年没有的科目', disclosures: [pack('行政运行', '2013201', '0万元')] },
      { title: '表中没有的名称', disclosures: [pack('招商引资', '2011308')] },
    ],
    reports: [
      {
        title: '编码是别的部门的',
        disclosures: [pack('行政运行', '2013201')],
        fields: ['code:行政运行'],
      },
      {
        title: '项的编码，款的名称',
        disclosures: [pack('行政事业单位医疗', '2101101')],
        fields: ['code:行政事业单位医疗'],
      },
    ],
    notApplicable: [
      { title: '没有编码', disclosures: [{ said: [{ subject: '行政运行', amount: '1万元' }] }] },
      { title: '没有预算表', disclosures: [{ said: pack('行政运行', '2013201').said ?? [] }] },
    ],
  },
});

/** 类, 款 and 项 of spending by function. */
const FUNCTION = /^2\d{2}(\d{2}){0,2}$/;

/** The codes the tables print beside each name of a function class. */
function codesByName(subjects: StatementSubject[]): Map<string, Set<string>> {
  const codes = new Map<string, Set<string>>();
  for (const { code, item } of subjects.flatMap(({ statement }) => statement.lines)) {
    const name = plainSubject(plainItem(item));
    if (code && FUNCTION.test(code) && name !== '') codes.set(name, (codes.get(name) ?? new Set()).add(code));
  }
  return codes;
}

function pack(subject: string, code: string, amount = '10万元'): DisclosureSpec {
  return {
    statements: [
      {
        kind: 'general-public',
        unit: '万元',
        columns: [['合计', 'total']],
        lines: [
          { item: '合计', role: 'total', amounts: ['30'] },
          { code: '201', item: '一般公共服务支出', amounts: ['20'] },
          { code: '20133', item: '宣传事务', amounts: ['10'] },
          { code: '2013301', item: '行政运行', amounts: ['10'] },
          { code: '20199', item: '其他一般公共服务支出', amounts: ['10'] },
          { code: '2019901', item: '行政运行', amounts: ['10'] },
          { code: '210', item: '卫生健康支出', amounts: ['10'] },
          { code: '21011', item: '行政事业单位医疗', amounts: ['10'] },
          { code: '2101101', item: '行政单位医疗', amounts: ['10'] },
        ],
      },
    ],
    said: [{ subject, code, aboutYear: 2023, amount }],
  };
}
