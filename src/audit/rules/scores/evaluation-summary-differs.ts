import Big from 'big.js';
import type { FormKind } from '../../../model/facts/form-kinds.js';
import { fenIn, type MoneyUnit } from '../../../model/facts/money-units.js';
import { decimalsOf, isPrintOf } from '../../figures/intervals.js';
import { isFigure, totalLine, totalRow } from '../../subjects/scores.js';
import type { DisclosureSubject, FormEntry } from '../../subjects/subject.js';
import { plainText } from '../../texts/plain-text.js';
import type { OperandDraft } from '../../verdicts/operand.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { DisclosureSpec } from '../example.js';
import { defineDocumentRule } from '../rule.js';

export const evaluationSummaryDiffers = defineDocumentRule({
  id: 'evaluation-summary-differs',
  version: 1,
  title: '自评综述中的得分、预算数、执行数与自评表不符',
  severity: 'error',
  tolerance: 'T2',
  authority: guidance('决算说明中的自评结果取自各项目自评表', '财预〔2020〕10号'),
  formula: '综述中的自评得分、全年预算数、执行数 = 同一项目自评表所印的数（按综述所印位数）',
  why: '综述和自评表说的是同一个项目的同一次自评，数字不同必有一处没有更新。',
  messages: { differs: '综述说“{name}”{stated}，自评表为{printed}，待核实。' },
  *check(disclosure) {
    const entries = evaluatedProjects(disclosure);
    const verdicts = entries.length === 0 ? [] : [...verdictsOf(disclosure, entries)];
    yield* verdicts;
    if (verdicts.length === 0) yield notApplicable('没有自评表，或者没有说到自评得分的综述');
  },
  examples: {
    passes: [
      {
        title: '三个数都相符',
        disclosures: [
          evaluated('1.甲项目绩效自评综述：项目自评得分为96.5分。全年预算数为80万元，执行数为76万元。'),
        ],
      },
      {
        title: '综述取整',
        disclosures: [evaluated('甲绩效自评综述：自评得分97分。')],
      },
    ],
    reports: [
      {
        title: '综述 94.5 分，自评表 96.5 分',
        disclosures: [evaluated('甲项目绩效自评综述：根据年初设定的绩效目标，项目自评得分为94.5分。')],
        fields: ['evaluation-summary:甲'],
      },
      {
        title: '综述的执行数是另一个数',
        disclosures: [evaluated('甲绩效自评综述：自评得分96.5分。全年预算数为80万元，执行数为67万元。')],
        fields: ['evaluation-summary:甲'],
      },
    ],
    notApplicable: [{ title: '没有综述', disclosures: [evaluated('甲项目已经完成。')] }],
  },
});

const KINDS: readonly FormKind[] = ['project-self-evaluation'];

interface Evaluated {
  entry: FormEntry;
  /** The project's name as it is looked for. */
  name: string;
}

/** The projects that have one self-evaluation form, the longest name first: it may hold a shorter one. */
function evaluatedProjects({ forms }: DisclosureSubject): Evaluated[] {
  const all = forms
    .filter(({ form }) => KINDS.includes(form.kind))
    .flatMap(({ entries }) => entries)
    .flatMap((entry) => (entry.project ? [{ entry, name: nameIn(entry.project.name) }] : []))
    .filter(({ name }) => name !== '');
  return all
    .filter(({ name }) => all.filter((other) => other.name === name).length === 1)
    .sort((a, b) => b.name.length - a.name.length);
}

const nameIn = (name: string): string => plainText(name).replace(/项目$/, '');

const SCORE = /自评(?:综合|评价|结果|总)?(?:得分|总分|分数)(?:为|是|[:：])?\s*(\d+(?:\.\d+)?)\s*分/;
const BUDGET = /(?:全年|年度|项目)预算数?(?:为|是|[:：])?\s*([\d,，]+(?:\.\d+)?)\s*(万元|亿元|元)/;
const SPENT = /(?:全年|实际|预算)?执行数(?:为|是|[:：])?\s*([\d,，]+(?:\.\d+)?)\s*(万元|亿元|元)/;
/** The name stands before the first sentence that gives a figure. */
const HEAD = 80;
/** What is said of the project behind its score. */
const REACH = 160;

function* verdictsOf({ document }: DisclosureSubject, entries: Evaluated[]): Generator<Verdict> {
  const told = new Set<FormEntry>();
  for (const [block, { kind, ...paragraph }] of document.blocks.entries()) {
    if (kind !== 'paragraph' || !('text' in paragraph)) continue;
    const { text, place } = paragraph;
    const score = SCORE.exec(text);
    if (!score || /整体支出|部门整体|单位整体/.test(text.slice(0, score.index))) continue;
    const head = plainText(text.slice(Math.max(0, score.index - HEAD), score.index));
    const found = entries.find(({ name }) => head.includes(name));
    if (!found || told.has(found.entry) || isOfSeveral(head, found, entries)) continue;
    told.add(found.entry);
    const said = text.slice(score.index, score.index + REACH);
    yield judge(found.entry, said, { place, quote: text, block, cell: null });
  }
}

const isOfSeveral = (head: string, { name }: Evaluated, entries: Evaluated[]): boolean => {
  const rest = head.split(name).join('');
  return /平均|分别/.test(rest) || entries.some((other) => other.name !== name && rest.includes(other.name));
};

interface Compared {
  title: string;
  stated: string;
  printed: string;
  meets: boolean;
  operand: OperandDraft;
}

function judge(entry: FormEntry, said: string, evidence: OperandDraft['evidence']): Verdict {
  const compared = [
    ...scoreIn(entry, said),
    ...moneyIn(entry, said, 'budget'),
    ...moneyIn(entry, said, 'spent'),
  ];
  const differing = compared.filter(({ meets }) => !meets);
  if (compared.length === 0) return notApplicable('自评表没有总分和执行情况');
  if (differing.length === 0) return pass;
  const name = entry.project?.name ?? '';
  return fail({
    field: `evaluation-summary:${name}`,
    project: entry.project,
    message: 'differs',
    parameters: {
      name,
      stated: differing.map(({ title, stated }) => `${title}${stated}`).join('、'),
      printed: differing.map(({ printed }) => printed).join('、'),
    },
    reported: differing.map(({ stated }) => stated).join('、'),
    expected: differing.map(({ printed }) => printed).join('、'),
    operands: [
      { label: '自评综述', evidence, form: entry.reading },
      ...differing.map(({ operand }) => operand),
    ],
  });
}

function scoreIn(entry: FormEntry, said: string): Compared[] {
  const [, stated] = SCORE.exec(said) ?? [];
  const total = totalRow(entry);
  const cell = total?.evidence.score;
  if (stated === undefined || !total || !isFigure(total.score) || !cell) return [];
  const operand = { label: '自评总分', evidence: cell, form: entry.reading };
  const meets = areOne(stated, total.score);
  return [{ title: '自评得分', stated: `${stated}分`, printed: `${total.score}分`, meets, operand }];
}

/** The same figure, or one of them rounded to the decimals of the other. */
const areOne = (a: string, b: string): boolean =>
  decimalsOf(a) <= decimalsOf(b) ? isPrintOf(a, new Big(b)) : isPrintOf(b, new Big(a));

const MONEY = { budget: { title: '预算数', pattern: BUDGET }, spent: { title: '执行数', pattern: SPENT } };
const UNITS: Record<string, MoneyUnit> = { 元: '元', 万元: '万元', 亿元: '亿元' };

function moneyIn(entry: FormEntry, said: string, column: keyof typeof MONEY): Compared[] {
  const { title, pattern } = MONEY[column];
  const [, figure, printedUnit = ''] = pattern.exec(said) ?? [];
  const unit = UNITS[printedUnit];
  const line = totalLine(entry);
  const [money, cell] = [line?.[column], line?.evidence[column]];
  if (figure === undefined || !unit || !money || money.state !== 'amount' || money.fen === null || !cell)
    return [];
  const plain = figure.replace(/[,，]/g, '');
  const fen = new Big(plain).times(fenIn(unit));
  const meets =
    isPrintOf(plain, new Big(money.fen).div(fenIn(unit))) ||
    (money.figure !== null && money.unit !== null && isPrintOf(money.figure, fen.div(fenIn(money.unit))));
  const operand = { label: `自评表${title}`, evidence: cell, form: entry.reading, money };
  const printed = `${money.figure ?? money.printed}${money.unit ?? ''}`;
  return [{ title, stated: `${plain}${unit}`, printed, meets, operand }];
}

function evaluated(paragraph: string): DisclosureSpec {
  return {
    paragraphs: [paragraph],
    projects: [
      {
        name: '甲',
        kind: 'project-self-evaluation',
        execution: { budget: '80', spent: '76', rate: '95%', weight: '10', score: '9.5' },
        scoreTotal: { weight: '100', score: '96.5' },
      },
    ],
  };
}
