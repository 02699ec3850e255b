import type { Indicator } from '../../../model/disclosure.js';
import type { TargetKind } from '../../../model/target.js';
import { dimensionOf } from '../../subjects/dimension.js';
import { bareName } from '../../subjects/indicator-name.js';
import { casesOf, describeCases, INDICATOR_FORMS } from '../../subjects/indicators.js';
import type { FormEntry } from '../../subjects/subject.js';
import { plainText } from '../../texts/plain-text.js';
import { fail, notApplicable, pass } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { TargetSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const targetNotMeasurable = defineFormRule({
  id: 'target-not-measurable',
  version: 2,
  title: '数量、时效、满意度指标或比率没有数字或日期',
  severity: 'note',
  tolerance: 'none',
  forms: INDICATOR_FORMS,
  authority: guidance('指标以定量表述为主，不能量化的用定性表述', '财预〔2021〕101号'),
  formula:
    '数量指标、满意度指标的指标值含数字，时效指标至少一项含数字或日期（名称中已写明的除外）；以“率”为名的指标，指标值含数字',
  why: '数量、时间、满意度本可以量化，写成“良好”“不断提升”就无法考核；质量和效益指标可以定性，以“率”为名的除外。',
  messages: { vague: '{count}项本可量化的指标没有数字：{cases}，待核实。' },
  *check(form) {
    const countable = casesOf(form).filter(({ indicator }) => isCountable(indicator));
    if (countable.length === 0) return yield notApplicable('没有数量、时效、满意度指标');
    const vague = countable.filter(
      ({ entry, indicator }) => isVague(indicator) && !isExcused(indicator, entry),
    );
    if (vague.length === 0) return yield pass;
    yield fail({ field: 'targets/vague', message: 'vague', ...describeCases(vague) });
  },
  examples: {
    passes: [
      { title: '满意度有数字', disclosures: [satisfying('≥90%', ['percent', '>=', '90', '%', '90', '%'])] },
    ],
    reports: [
      {
        title: '满意度为“良好”',
        disclosures: [satisfying('良好', ['level', null, '良好', '', '', ''])],
        fields: ['targets/vague'],
      },
      {
        title: '就业率为“增加”',
        disclosures: [benefit('毕业生就业率', '增加')],
        fields: ['targets/vague'],
      },
    ],
    notApplicable: [
      { title: '效率不是比率', disclosures: [benefit('资金使用效率', '逐步提高')] },
      {
        title: '效益指标可以定性',
        disclosures: [
          {
            projects: [
              {
                name: '甲',
                indicators: [
                  { level1: '效益指标', level2: '社会效益指标', name: '社会稳定', target: '持续改善' },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
});

const COUNTABLE = new Set(['数量指标', '时效指标', '满意度指标']);
const WITHOUT_FIGURE = new Set<TargetKind>(['text', 'level']);

const isCountable = (indicator: Indicator): boolean =>
  COUNTABLE.has(dimensionOf(indicator) ?? '') || isRate(indicator);

const RATE = /率$/;
const NO_RATE = /[效频税利汇功费]率$|[。；;]|^(促进|保障|确保)/;

/** 就业率 asks for a figure under whatever dimension; 效率 does not, nor does a target that names another text as its measure. */
const isRate = ({ name, target }: Indicator): boolean => {
  const bare = bareName(name);
  if (plainText(target ?? '') === plainText(name)) return false;
  return RATE.test(bare) && !NO_RATE.test(bare) && !/[≥≤<>＜＞]|为准|为依据|^[是无]$/.test(target ?? '');
};

const isVague = ({ parsed }: Indicator): boolean =>
  WITHOUT_FIGURE.has(parsed.kind) && (parsed.embedded ?? []).length === 0;

/** A name with a date or figure (每月25日前完成: 是) is measurable, 春节前 is a date, and one timely indicator with a date is enough. */
function isExcused(indicator: Indicator, { indicators }: FormEntry): boolean {
  const { name, description, target } = indicator;
  if (/\d|[一二三四五六七八九十两][次个项份月年天场]/.test(`${name}${description ?? ''}${target ?? ''}`))
    return true;
  const isTimely = (other: Indicator): boolean => dimensionOf(other) === '时效指标';
  if (isTimely(indicator) && /[节月年季度周日](前|底|末|初|内)/.test(target ?? '')) return true;
  return isTimely(indicator) && indicators.some((other) => isTimely(other) && !isVague(other));
}

function benefit(name: string, target: string) {
  const parsed: TargetSpec = ['level', null, target, '', '', ''];
  return {
    projects: [
      {
        name: '甲',
        indicators: [{ level1: '效益指标', level2: '社会效益指标', name, target, parsed }],
      },
    ],
  };
}

function satisfying(target: string, parsed: TargetSpec) {
  return {
    projects: [
      {
        name: '甲',
        indicators: [
          { level1: '满意度指标', level2: '服务对象满意度指标', name: '群众满意度', target, parsed },
        ],
      },
    ],
  };
}
