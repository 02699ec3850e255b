import { type FormText, textsOf } from '../../subjects/form-texts.js';
import type { FormSubject } from '../../subjects/subject.js';
import { repeatedStretch } from '../../texts/repeated-stretch.js';
import { fail, notApplicable, pass } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import { defineFormRule } from '../rule.js';

export const textRepeated = defineFormRule({
  id: 'text-repeated',
  version: 2,
  title: '同一段话印了两遍',
  severity: 'note',
  tolerance: 'none',
  forms: ['department', 'project', 'project-list'],
  authority: guidance('公开的文字应当通顺、不重复'),
  formula: '一栏文字里没有重复的一整段（30字以上）',
  why: '粘贴时重复的一段会挤掉本来要写的内容；分项列举中各项套用的短句不在其内。',
  messages: { twice: '{label}里“{stretch}”印了两遍，待核实。' },
  *check(form) {
    const texts = textsOf(form).flatMap(({ project, texts: own }) =>
      own.filter(({ kind }) => LONG.has(kind)).map((text) => ({ project, text })),
    );
    if (texts.length === 0) return yield notApplicable('没有成段的文字');
    for (const { project, text } of texts) {
      const stretch = repeatedStretch(text.text);
      yield stretch === ''
        ? pass
        : fail({
            field: `text:${text.label}`,
            project,
            message: 'twice',
            parameters: { label: text.label, stretch: shortened(stretch) },
            operands: [operandOf(form, text)],
          });
    }
  },
  examples: {
    passes: [
      {
        title: '两项套用一个短句',
        disclosures: [goal('1.巡查东片河道，填报数据全部通过审核；2.巡查西片河道，填报数据全部通过审核。')],
      },
    ],
    reports: [
      {
        title: '一段粘贴了两次',
        disclosures: [goal(`${pasted()}${pasted()}`)],
        fields: ['text:年度绩效目标'],
      },
    ],
    notApplicable: [{ title: '没有目标', disclosures: [{ projects: [{ name: '甲', amount: '10' }] }] }],
  },
});

const LONG = new Set<FormText['kind']>(['goal', 'overall-goal', 'sub-goal', 'purpose', 'duties', 'measures']);

const LONGEST_SHOWN = 30;

const shortened = (text: string): string =>
  text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}……` : text;

const operandOf = ({ reading }: FormSubject, { label, evidence }: FormText) => ({
  label,
  evidence,
  form: reading,
});

function pasted(): string {
  return '开展城区老旧管网排查，逐段登记破损位置和周边住户意见，编制更新改造方案并公开征求意见，分片落实施工单位和完成时限。';
}

function goal(annualGoal: string) {
  return { projects: [{ name: '甲', annualGoal }] };
}
