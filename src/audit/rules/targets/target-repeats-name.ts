import type { Indicator } from '../../../model/disclosure.js';
import {
  casesOf,
  describeCases,
  INDICATOR_FORMS,
  nameOperand,
  oncePerRow,
  targetOperand,
} from '../../subjects/indicators.js';
import type { FormEntry } from '../../subjects/subject.js';
import { plainText } from '../../texts/plain-text.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import { defineFormRule } from '../rule.js';

export const targetRepeatsName = defineFormRule({
  id: 'target-repeats-name',
  version: 3,
  title: '指标值只是重复指标名称',
  severity: 'note',
  tolerance: 'none',
  forms: INDICATOR_FORMS,
  authority: guidance('指标名称与指标值应当分别说明考核什么、达到什么程度', '财预〔2021〕101号'),
  formula: '指标值 ≠ 指标名称、指标描述、项目名称（字相同、次序不同的也算）',
  why: '名称与指标值是同一句话，等于没有给出目标值；写有数字的描述、以及“控制在预算内”一类的限额不计。',
  messages: {
    other: '“{name}”的指标值“{target}”是同一张表另一项指标“{other}”的名称，像是串了行，待核实。',
    repeats: '{count}项指标的指标值只是重复名称、描述或项目名称：{cases}，待核实。',
  },
  *check(form) {
    const cases = casesOf(form);
    if (cases.length === 0) return yield notApplicable('没有指标');
    const echoes = cases.filter(({ indicator }) => repeatsName(indicator));
    const strayed = form.entries.flatMap((entry) => strays(entry).map((stray) => ({ entry, ...stray })));
    yield* strayed.map(reportStray);
    if (echoes.length === 0) return yield pass;
    const described = describeCases(echoes);
    const names = echoes.map(({ entry, indicator }) => nameOperand(entry, indicator));
    yield fail({
      field: 'targets/echo',
      message: 'repeats',
      ...described,
      operands: [...described.operands, ...names],
    });
  },
  examples: {
    passes: [
      { title: '指标值另有内容', disclosures: [named('完成时限', '2023年12月')] },
      {
        title: '指标值只是另一项名称中的一句',
        disclosures: [
          {
            projects: [
              {
                name: '甲',
                indicators: [
                  { level1: '效益指标', name: '规范经营行为', target: '缩短检查所用时间' },
                  { level1: '效益指标', name: '问题用于同类检查，缩短检查所用时间', target: '有效提升' },
                ],
              },
            ],
          },
        ],
      },
    ],
    reports: [
      {
        title: '名称和指标值都是日期',
        disclosures: [named('2023年12月', '2023年12月')],
        fields: ['targets/echo'],
      },
      {
        title: '指标值是另一项的名称',
        disclosures: [
          {
            projects: [
              {
                name: '甲',
                indicators: [
                  { level1: '效益指标', name: '规范经营行为', target: '缩短检查所用时间' },
                  { level1: '效益指标', name: '缩短检查所用时间', target: '有效提升' },
                ],
              },
            ],
          },
        ],
        fields: ['indicator:规范经营行为/other'],
      },
    ],
    notApplicable: [{ title: '表中没有指标', disclosures: [{ projects: [{ name: '甲', amount: '10' }] }] }],
  },
});

/** 无 and 控制在预算内 say what they have to say however often they are printed. */
function repeatsName({ name, description, target, parsed }: Indicator): boolean {
  if (parsed.kind === 'none' || parsed.kind === 'budget-ref' || parsed.kind === 'placeholder') return false;
  if (parsed.kind === 'echo') return true;
  const text = plainText(target ?? '');
  if (text.length < 2) return false;
  return text === plainText(name) || (text === plainText(description ?? '') && !/\d/.test(text));
}

interface Stray {
  indicator: Indicator;
  other: Indicator;
}

/** Shorter words are met by chance. */
const SHORTEST = 6;

/** Targets in words that are another indicator's whole name. */
function strays(entry: FormEntry): Stray[] {
  return oncePerRow(entry).flatMap((indicator): Stray[] => {
    const text = plainText(indicator.target ?? '');
    const own = plainText(indicator.name);
    if (indicator.parsed.kind !== 'text' || text.length < SHORTEST || /\d/.test(text) || own.endsWith(text))
      return [];
    const other = entry.indicators.find(({ name }) => plainText(name) === text);
    return other ? [{ indicator, other }] : [];
  });
}

const reportStray = ({ entry, indicator, other }: Stray & { entry: FormEntry }): Verdict =>
  fail({
    field: `indicator:${indicator.name}/other`,
    project: entry.project,
    message: 'other',
    parameters: { name: indicator.name, target: (indicator.target ?? '').trim(), other: other.name },
    reported: (indicator.target ?? '').trim(),
    operands: [targetOperand(entry, indicator), nameOperand(entry, other)],
  });

function named(name: string, target: string) {
  return {
    projects: [{ name: '甲', indicators: [{ level1: '产出指标', level2: '时效指标', name, target }] }],
  };
}
