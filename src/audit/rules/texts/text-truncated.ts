import { FORM_KINDS } from '../../../model/facts/form-kinds.js';
import { type FormText, type TextGroup, textsOf } from '../../subjects/form-texts.js';
import { listed } from '../../subjects/indicators.js';
import { oncePer } from '../../subjects/once-per.js';
import type { DisclosureSubject, FormSubject } from '../../subjects/subject.js';
import { plainText } from '../../texts/plain-text.js';
import { plainPassage } from '../../texts/shared-text/plain-passage.js';
import { danglingEnd, doubledMark, isOpenEnded, unbalanced } from '../../texts/text-slips.js';
import { unseenPlaces } from '../../texts/unseen-text.js';
import type { OperandDraft } from '../../verdicts/operand.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import { defineFormRule } from '../rule.js';

export const textTruncated = defineFormRule({
  id: 'text-truncated',
  version: 1,
  title: '文字被截断或标点不成对',
  severity: 'note',
  tolerance: 'none',
  forms: FORM_KINDS,
  authority: guidance('公开的文字应当完整'),
  formula:
    '目标、用途、指标等文字不以逗号、“的”“和”结尾，不在同文件另一处的句子中间停住；括号、引号、书名号成对',
  why: '栏目有字数限制或复制不全，公开的目标缺了后半句；标点不成对或重复也说明没有校对。',
  messages: { slips: '{count}处文字不完整或标点有误：{cases}，待核实。' },
  *check(form) {
    const groups = textsOf(form);
    if (groups.length === 0) return yield notApplicable('表中没有文字');
    const elsewhere = textsElsewhere(form.disclosure);
    for (const group of groups) yield judge(form, group, elsewhere);
  },
  examples: {
    passes: [{ title: '完整的句子', disclosures: [aiming('维护治安秩序，群众有安全感。')] }],
    reports: [
      { title: '括号没有合上', disclosures: [aiming('做好村（居民组的巡逻工作。')], fields: ['texts'] },
      { title: '以逗号结尾', disclosures: [aiming('防止肇事事件发生，')], fields: ['texts'] },
      { title: '句号重复', disclosures: [aiming('提升群众的安全感。。')], fields: ['texts'] },
      {
        title: '停在另一处的句子中间',
        disclosures: [
          {
            projects: [
              { name: '甲', annualGoal: '组织社区开展平安创建活动，治安秩序良好，群众有安全感。' },
              { name: '乙', annualGoal: '组织社区开展平安创建活动，治安秩序良好，群众' },
            ],
          },
        ],
        fields: ['texts'],
      },
    ],
    notApplicable: [{ title: '没有文字', disclosures: [{ departmentForm: { total: '10' } }] }],
  },
});

function judge({ reading }: FormSubject, { project, texts }: TextGroup, elsewhere: Elsewhere): Verdict {
  const found = texts.flatMap((text) => {
    const slip = slipOf(text, elsewhere);
    return slip ? [{ text, slip }] : [];
  });
  const cutNames = found.filter(({ text, slip }) => text.kind === 'name' && slip.whole);
  const slips = cutNames.length >= FEWEST_NAMES ? found : found.filter((each) => !cutNames.includes(each));
  if (slips.length === 0) return pass;
  return fail({
    field: 'texts',
    project,
    message: 'slips',
    parameters: {
      count: String(slips.length),
      cases: listed(slips.map(({ text, slip }) => `${text.label}“${endOf(text.text)}”${slip.what}`)),
    },
    reported: slips.map(({ text }) => endOf(text.text)).join('、'),
    operands: slips.flatMap(({ text, slip }): OperandDraft[] => [
      { label: text.label, evidence: text.evidence, form: reading },
      ...(slip.whole
        ? [{ label: `${slip.whole.label}（完整）`, evidence: slip.whole.evidence, form: reading }]
        : []),
    ]),
  });
}

/** One name that is shorter than in another form may be a short form of it; several are cut by the form. */
const FEWEST_NAMES = 3;

interface Slip {
  what: string;
  /** Where the same sentence goes on. */
  whole?: FormText;
}

/** Names and targets may end in a comma where a list was split into cells. */
const SENTENCES = new Set<FormText['kind']>([
  'goal',
  'purpose',
  'overall-goal',
  'sub-goal',
  'overview',
  'description',
]);

function slipOf(text: FormText, { goals, names, unseen }: Elsewhere): Slip | null {
  if (unseen.has(text.evidence.place)) return { what: '在页面上没有显示完' };
  const mark = unbalanced(text.text);
  if (mark) return { what: `的“${mark}”不成对` };
  const doubled = doubledMark(text.text);
  if (doubled) return { what: `的标点“${doubled}”重复` };
  if (text.kind === 'name') {
    const whole = names.get(nameKey(text))?.find((other) => isBeginning(text, other));
    return whole ? { what: '没有说完', whole } : null;
  }
  if (!SENTENCES.has(text.kind)) return null;
  const end = danglingEnd(text.text);
  if (end) return { what: `停在“${end}”` };
  const whole = goals.find((other) => goesOn(text, other));
  return whole ? { what: '没有说完', whole } : null;
}

/** As much of the end has to stand in the other text. */
const TAIL = 15;

/** Whether the last words of a text that ends without a mark stand in the middle of a sentence of another one. */
function goesOn(text: FormText, other: FormText): boolean {
  if (other === text || !isOpenEnded(text.text)) return false;
  const tail = plainPassage(text.text).plain.slice(-TAIL);
  const { plain, offsets } = plainPassage(other.text);
  const end = tail.length < TAIL ? -1 : plain.indexOf(tail) + TAIL;
  if (end < TAIL || end >= plain.length) return false;
  return offsets[end] === (offsets[end - 1] ?? 0) + 1;
}

/** What a form's texts are held against: the other texts of the disclosure, and cells cut off by the page. */
interface Elsewhere {
  goals: FormText[];
  names: Map<string, FormText[]>;
  unseen: ReadonlySet<string>;
}

const textsElsewhere = oncePer((disclosure: DisclosureSubject): Elsewhere => {
  const texts = disclosure.forms.flatMap((form) => textsOf(form).flatMap((group) => group.texts));
  const names = new Map<string, FormText[]>();
  for (const text of texts.filter(({ kind }) => kind === 'name')) {
    const key = nameKey(text);
    const known = names.get(key);
    if (known) known.push(text);
    else names.set(key, [text]);
  }
  return {
    goals: texts.filter(({ kind }) => kind === 'goal' || kind === 'purpose'),
    names,
    unseen: unseenPlaces(disclosure.document),
  };
});

/** As much of an indicator's name has to agree, and its target. */
const HEAD = 8;

const nameKey = ({ text, target }: FormText): string =>
  `${plainText(text).slice(0, HEAD)}|${plainText(target ?? '')}`;

/** Whether the same indicator has a name elsewhere that goes on within the word. */
function isBeginning({ text, evidence }: FormText, other: FormText): boolean {
  if (evidence.block === other.evidence.block || !isOpenEnded(text)) return false;
  const own = plainText(text);
  const { plain, offsets } = plainPassage(other.text);
  return (
    own.length >= HEAD &&
    plain.length > own.length &&
    plain.startsWith(own) &&
    offsets[own.length] === (offsets[own.length - 1] ?? 0) + 1
  );
}

const SHOWN = 16;

const endOf = (text: string): string => {
  const joined = text.replace(/\s+/g, '');
  return joined.length > SHOWN ? `…${joined.slice(-SHOWN)}` : joined;
};

function aiming(goal: string) {
  return { projects: [{ name: '甲', annualGoal: goal }] };
}
