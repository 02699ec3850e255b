import { describeCases, INDICATOR_FORMS, judgeEntries, oncePerRow } from '../../subjects/indicators.js';
import { joinedText } from '../../texts/joined-text.js';
import { fail, pass } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { TargetSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const targetOperatorIrregular = defineFormRule({
  id: 'target-operator-irregular',
  version: 1,
  title: '指标值的比较符号不合规范',
  severity: 'note',
  tolerance: 'none',
  forms: INDICATOR_FORMS,
  authority: guidance(
    '《出版物上数字用法》（GB/T 15835）、数学符号用法：“≥”与“以上”取其一，书名号不作比较符号',
  ),
  formula: '“≥”不写作“》”；“≥”与“以上”、“≤”与“以下”不并用，也不与相反的词并用',
  why: '“》90%”本应为“≥90%”；“≥95%以上”说了两遍；“≥95%以下”不知取哪一个。',
  messages: {
    bracket: '{count}项指标值以书名号代替“≥”“≤”：{cases}，待核实。',
    doubled: '{count}项指标值的比较符号与文字重复或相反：{cases}，待核实。',
  },
  *check(form) {
    yield* judgeEntries(form, (entry) => {
      const brackets = oncePerRow(entry).filter(({ target }) => BRACKET.test(joinedText(target ?? '')));
      const doubled = oncePerRow(entry).filter(({ target }) => DOUBLED.test(joinedText(target ?? '')));
      const found = brackets.length > 0 ? brackets : doubled;
      if (found.length === 0) return pass;
      const message = brackets.length > 0 ? 'bracket' : 'doubled';
      const cases = found.map((indicator) => ({ entry, indicator }));
      return fail({ field: `targets/${message}`, message, ...describeCases(cases) });
    });
  },
  examples: {
    passes: [
      { title: '只用符号', disclosures: [withTarget('≥90%')] },
      { title: '只用文字', disclosures: [withTarget('90%以上')] },
      { title: '成对的书名号', disclosures: [withTarget('《工作简报》10期')] },
      { title: '引用文件的名称', disclosures: [withTarget('符合《档案管理办法》90条要求')] },
    ],
    reports: [
      { title: '以书名号代替', disclosures: [withTarget('》90%')], fields: ['targets/bracket'] },
      { title: '说了两遍', disclosures: [withTarget('≥95%以上')], fields: ['targets/doubled'] },
      { title: '意思相反', disclosures: [withTarget('≤5%以上')], fields: ['targets/doubled'] },
    ],
    notApplicable: [{ title: '表中没有指标', disclosures: [{ projects: [{ name: '甲', amount: '10' }] }] }],
  },
});

/** A closing bracket right before a figure that nothing opens, or an opening one that nothing closes. */
const BRACKET = /^[^《〈]*[》〉](?=\d)|[《〈](?=\d+(\.\d+)?%?[^》〉]*$)/;
const DOUBLED = /[≥≧>≤≦<][^，,；;、]{0,12}\d[^，,；;、]{0,6}(及?以[上下])|(不少于|不低于|超过|达到)[≥≧>≤≦<]/;

function withTarget(target: string) {
  const parsed: TargetSpec = ['text', null, '', '', '', ''];
  const indicators = [{ level1: '产出指标', level2: '质量指标', name: '覆盖率', target, parsed }];
  return { projects: [{ name: '甲', indicators }] };
}
