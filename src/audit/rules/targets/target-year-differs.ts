import type { Indicator } from '../../../model/disclosure.js';
import { textsOf } from '../../subjects/form-texts.js';
import { judgeEntries, listed, oncePerRow, quoteTarget, targetOperand } from '../../subjects/indicators.js';
import type { FormEntry, FormSubject } from '../../subjects/subject.js';
import type { OperandDraft } from '../../verdicts/operand.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import { defineFormRule } from '../rule.js';

export const targetYearDiffers = defineFormRule({
  id: 'target-year-differs',
  version: 1,
  title: '目标、指标值是别的年份的',
  severity: 'warning',
  tolerance: 'T0',
  forms: ['department', 'project', 'project-list'],
  authority: arithmetic('年度绩效目标在本年度内完成；平年没有 366 天'),
  formula: '年度目标、指标值中的完成期限不早于本年度；366 天只见于闰年',
  why: '期限已过的目标多为照抄上年；上年合同的尾款、跨年项目的前期不在其内。',
  messages: {
    past: '{cases}，早于{year}年，待核实。',
    leap: '{cases}，而{year}年只有365天，待核实。',
  },
  *check(form) {
    const { year, stage } = form.disclosure.disclosure;
    if (year === null || stage !== 'budget') return yield notApplicable('年度未能判定，或者不是预算');
    yield* judgeEntries(form, (entry) => judge(form, entry, year));
  },
  examples: {
    passes: [
      { title: '本年度内', disclosures: [dated('2024年11月底前', '2024-11-30')] },
      { title: '跨年的期限', disclosures: [dated('2025年3月前', '2025-03-31')] },
      { title: '上年项目的尾款', disclosures: [dated('2023年12月', '2023-12-31', '支付2023年合同尾款时间')] },
    ],
    reports: [
      {
        title: '期限是上一年',
        disclosures: [dated('2023年11月底前', '2023-11-30')],
        fields: ['targets/year'],
      },
      {
        title: '目标写上年底前完成',
        disclosures: [{ ...dated('提升', ''), projects: goal('在2023年底前完成新馆布展。') }],
        fields: ['targets/year'],
      },
      { title: '平年的 366 天', disclosures: [{ ...days('366'), year: 2023 }], fields: ['targets/leap'] },
    ],
    notApplicable: [{ title: '没有年度', disclosures: [{ ...days('366'), year: null }] }],
  },
});

function judge(form: FormSubject, entry: FormEntry, year: number): Verdict {
  const past = [
    ...entry.indicators
      .filter((indicator) => isPast(indicator, year))
      .map((indicator) => caseOf(entry, indicator)),
    ...pastGoals(form, entry, year),
  ];
  const leap = isLeap(year)
    ? []
    : oncePerRow(entry)
        .filter(hasLeapDays)
        .map((each) => caseOf(entry, each));
  if (past.length > 0) return differs(entry, 'past', 'targets/year', past, year);
  return leap.length > 0 ? differs(entry, 'leap', 'targets/leap', leap, year) : pass;
}

interface Case {
  text: string;
  operand: OperandDraft;
}

const caseOf = (entry: FormEntry, indicator: Indicator): Case => ({
  text: quoteTarget(indicator),
  operand: targetOperand(entry, indicator),
});

/** What was begun or bought before may be paid, accepted and reported on later. */
const EARLIER = /尾款|上年|上一?年度|往年|结转|历年|以来|验收|决算|审计|评价|考核|工作报告|基准|基数|前期|已/;

const YEAR = /(?<!\d)(20\d{2})年/g;

function isPast({ name, description, target, parsed, horizon }: Indicator, year: number): boolean {
  if (horizon !== 'annual' || EARLIER.test(`${name}${description ?? ''}${target ?? ''}`)) return false;
  const months = [...name.matchAll(/(20\d{2})年\d{1,2}月/g)].map(([, printed]) => Number(printed));
  if (months.length > 0 && Math.max(...months) < year) return true;
  if (parsed.kind !== 'deadline' && parsed.kind !== 'period') return false;
  const last = parsed.to ?? parsed.from ?? '';
  return /^\d{4}/.test(last) && Number(last.slice(0, 4)) < year;
}

/** `2021年底前完成` in a goal of 2022. */
function pastGoals(form: FormSubject, entry: FormEntry, year: number): Case[] {
  const goals = textsOf(form)
    .filter(({ project }) => project === entry.project)
    .flatMap(({ texts }) => texts)
    .filter(({ kind, label }) => kind === 'goal' && label.startsWith('年度'));
  return goals.flatMap(({ text, label, evidence }) =>
    text
      .normalize('NFKC')
      .split(/[。；;，,\n]/)
      .filter((clause) => isPastDeadline(clause, year) && !EARLIER.test(clause))
      .map((clause) => ({
        text: `${label}写“${clause.trim()}”`,
        operand: { label, evidence, form: entry.reading },
      })),
  );
}

function isPastDeadline(clause: string, year: number): boolean {
  if (!/20\d{2}年(底|末|\d{1,2}月(份|底)?(\d{1,2}日)?)?(之?前|底前)/.test(clause)) return false;
  const years = [...clause.matchAll(YEAR)].map(([, printed]) => Number(printed));
  return Math.max(...years) < year;
}

const hasLeapDays = ({ parsed, target, horizon }: Indicator): boolean =>
  horizon === 'annual' &&
  (parsed.quantity === '366' || /(?<!\d)366(天|日|期)/.test((target ?? '').replace(/\s/g, '')));

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const differs = (
  entry: FormEntry,
  message: 'past' | 'leap',
  field: string,
  cases: Case[],
  year: number,
): Verdict =>
  fail({
    field,
    project: entry.project,
    message,
    parameters: { cases: listed(cases.map(({ text }) => text)), year: String(year) },
    operands: cases.map(({ operand }) => operand),
  });

function dated(target: string, to: string, name = '完成时间') {
  const indicators = [
    { level1: '产出指标', level2: '时效指标', name, target, ...(to ? { deadline: to } : {}) },
  ];
  return { year: 2024, projects: [{ name: '甲', indicators }] };
}

function days(value: string) {
  const parsed: ['number', '>=', string, string, string, string] = ['number', '>=', value, '期', value, '期'];
  const indicators = [
    { level1: '产出指标', level2: '数量指标', name: '播出期数', target: `≥${value}期`, parsed },
  ];
  return { projects: [{ name: '甲', indicators }] };
}

function goal(annualGoal: string) {
  const indicators = [{ level1: '产出指标', level2: '质量指标', name: '质量', target: '合格' }];
  return [{ name: '甲', annualGoal, indicators }];
}
