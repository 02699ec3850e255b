import type { Project } from '../../../model/disclosure.js';
import { type CodeOperand, codesOf } from '../../subjects/project-code.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import { plainText } from '../../texts/plain-text.js';
import { similarity } from '../../texts/similarity.js';
import type { FormReading } from '../../verdicts/form-reading.js';
import type { OperandDraft } from '../../verdicts/operand.js';
import { fail, notApplicable, pass, review, type Verdict } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import { defineDocumentRule } from '../rule.js';

export const projectCodeDuplicate = defineDocumentRule({
  id: 'project-code-duplicate',
  version: 3,
  title: '两个项目用了同一个项目编码',
  severity: 'error',
  tolerance: 'T0',
  authority: arithmetic('项目编码在同一文件、同一阶段内唯一'),
  formula: '同一文件、同一年度、同一阶段，一个项目编码只对应一个项目',
  why: '编码是项目的唯一标识，重复说明有一个抄错，金额可能重复计算。',
  messages: {
    duplicate: '项目编码 {code} 既用于“{name}”，又用于“{other}”，待核实。',
    amounts: '“{name}”（项目编码 {code}）印了两次，金额不同（{amounts}），没有写明分属哪个单位，待核实。',
    similar: '项目编码 {code} 既用于“{name}”，又用于名称相近的“{other}”，可能是同一项目，待核实。',
  },
  *check(disclosure) {
    const own = codesOf(disclosure);
    if (own.length === 0) return yield notApplicable('没有项目编码');
    const known = disclosure.siblings
      .filter((sibling) => isComparable(sibling, disclosure))
      .flatMap((sibling) => codesOf(sibling));
    for (const operand of own) yield judge(operand, known);
  },
  examples: {
    passes: [
      {
        title: '编码各不相同',
        disclosures: [
          {
            projects: [
              { name: '宣传', code: '99010223P00010010001A' },
              { name: '培训', code: '99010223P00010010002B' },
            ],
          },
        ],
      },
    ],
    reports: [
      {
        title: '两个项目同一编码',
        disclosures: [
          {
            projects: [
              { name: '普法宣传', code: '99010223P00010010001A' },
              { name: '人员培训', code: '99010223P00010010001A' },
            ],
          },
        ],
        fields: ['project.code/duplicate'],
      },
      {
        title: '同一项目印了两次，金额不同',
        disclosures: [
          {
            projects: [
              { name: '普法宣传', code: '99010223P00010010001A', kind: 'project-list', amount: '12' },
              { name: '普法宣传', code: '99010223P00010010001A', kind: 'project-list', amount: '30' },
            ],
          },
        ],
        fields: ['project.code/amounts'],
      },
    ],
    notApplicable: [
      { title: '没有编码', disclosures: [{ projects: [{ name: '甲' }] }] },
      { title: '编码只是序号', disclosures: [{ projects: [{ name: '甲', code: '01' }] }] },
    ],
  },
});

/** Shorter ones are running numbers. */
const SHORTEST = 8;
const ALIKE = 0.7;

/** Reported once, at the later of the two projects. */
function judge(operand: CodeOperand, known: CodeOperand[]): Verdict {
  const { code, project, form } = operand;
  if (code.length < SHORTEST) return notApplicable('编码只是序号');
  const first = known.find((other) => other.code === code);
  const [other] = [
    ...(first ? [{ name: first.project.name, operand: first }] : []),
    ...mergedNames(project, form),
  ].filter(({ name }) => name !== project.name);
  if (!other) return judgeAmounts(operand, known);
  if (isCutOff(other, operand)) return pass;
  const alike = isBeginning(other.name, project.name) || similarity(other.name, project.name) >= ALIKE;
  return (alike ? review : fail)({
    field: 'project.code/duplicate',
    project,
    message: alike ? 'similar' : 'duplicate',
    parameters: { code, name: other.name, other: project.name },
    reported: code,
    operands: [other.operand, operand],
  });
}

/** One project under one name and code with two amounts: two units' shares, if the form said so. */
function judgeAmounts(operand: CodeOperand, known: CodeOperand[]): Verdict {
  const { code, project, form } = operand;
  const same = known.filter((other) => other.code === code && other.project.name === project.name);
  if (same.at(-1)?.project !== project) return pass;
  const printed = same.flatMap(({ project: { mentions } }) =>
    mentions.filter(({ role, money }) => role !== 'summary-row' && money?.state === 'amount'),
  );
  const [money, another] = new Map(printed.map((mention) => [mention.money?.fen, mention])).values();
  if (!money || !another || project.agency !== null) return pass;
  const shown = [money, another].map(({ evidence }) => evidence.money?.quote.trim() ?? '');
  return fail({
    field: 'project.code/amounts',
    project,
    severity: 'note',
    message: 'amounts',
    parameters: { code, name: project.name, amounts: shown.join('、') },
    reported: code,
    operands: [money, another].map(({ evidence, money: amount }) => ({
      label: '金额',
      evidence: evidence.money ?? evidence.name,
      form,
      ...(amount ? { money: amount } : {}),
    })),
  });
}

/** Whether one of two names is the beginning of the other. */
function isBeginning(a: string, b: string): boolean {
  const [short = '', long = ''] = [plainText(a), plainText(b)].sort(
    (left, right) => left.length - right.length,
  );
  return short.length >= FEWEST_SIGNS && long.startsWith(short);
}

const FEWEST_SIGNS = 4;

/** A name that runs out of its cell on the page names the project whose name goes on. */
function isCutOff(other: { name: string; operand: OperandDraft }, { project, form }: CodeOperand): boolean {
  const cells = [other.operand.evidence, project.evidence.name];
  return isBeginning(other.name, project.name) && cells.some((cell) => cell && form.unseen.has(cell.place));
}

/** Forms with one code are read as one project: the names they print of their own. */
function mergedNames({ mentions }: Project, form: FormReading): { name: string; operand: OperandDraft }[] {
  const own = mentions.filter(({ role }) => role !== 'summary-row');
  if (own.length < 2) return [];
  return own.map(({ name, evidence }) => ({
    name,
    operand: { label: '项目名称', evidence: evidence.name, form },
  }));
}

const isComparable = (sibling: DisclosureSubject, { disclosure }: DisclosureSubject): boolean =>
  sibling.disclosure.stage === disclosure.stage && sibling.disclosure.year === disclosure.year;
