import { titleYear } from '../../subjects/form-year.js';
import type { DisclosureSubject, FormSubject } from '../../subjects/subject.js';
import type { OperandDraft } from '../../verdicts/operand.js';
import { fail, notApplicable, pass, review } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import { defineDocumentRule } from '../rule.js';

export const titleYearDiffers = defineDocumentRule({
  id: 'title-year-differs',
  version: 1,
  title: '表题中的年度与同一文件的其他表不同',
  severity: 'warning',
  tolerance: 'T0',
  authority: arithmetic('同一部门同一次公开的各表年度相同'),
  formula: '表题年度 = 同一文件、同一部门、同一阶段其他表的年度',
  why: '多为沿用上年的表而没有改题目；若内容也是上年的，则公开有误。',
  messages: { differs: '“{title}”的年度为{found}，同一文件的其他{count}张表为{expected}，待核实。' },
  *check(disclosure) {
    const peers = disclosure.siblings.filter((sibling) => isPeer(sibling, disclosure));
    const dated = peers.flatMap((peer) => peer.forms).flatMap(datedForm);
    if (dated.length < 2) return yield notApplicable('标有年度的表不足两张');
    const [usual] = byFrequency(dated);
    const odd = dated.filter(({ year }) => year !== usual?.year);
    if (!usual || odd.length === 0) return yield pass;
    if (odd.length > MOST_ODD) return yield notApplicable('文件含多个年度的表');
    const tied = odd.length * 2 > usual.count;
    const expected = tied ? disclosure.disclosure.year : usual.year;
    const own = odd.filter(({ form }) => form.disclosure === disclosure);
    const suspects = tied
      ? dated.filter(({ form, year }) => form.disclosure === disclosure && year !== expected)
      : own;
    if (suspects.length === 0 || expected === null) return yield pass;
    for (const { form, year } of suspects) {
      const others = dated.filter((other) => other.year === expected);
      const project = form.entries.length === 1 ? (form.entries[0]?.project ?? null) : null;
      yield (tied ? review : fail)({
        field: `title.year/${form.form.kind}`,
        project,
        message: 'differs',
        parameters: {
          title: form.form.title?.text.trim() ?? '',
          found: String(year),
          count: String(others.length),
          expected: String(expected),
        },
        reported: String(year),
        expected: String(expected),
        operands: [...titleOf(form), ...others.flatMap((other) => titleOf(other.form))],
      });
    }
  },
  examples: {
    passes: [
      {
        title: '各表年度相同',
        disclosures: [
          {
            departmentForm: { title: '2023年部门整体支出绩效目标表' },
            projects: [{ name: '甲', title: '2023年项目支出绩效目标表' }],
          },
        ],
      },
    ],
    reports: [
      {
        title: '三张表中一张是上年的',
        disclosures: [
          {
            departmentForm: { title: '2023年部门整体支出绩效目标表' },
            projects: [
              { name: '甲', title: '2022年项目支出绩效目标表' },
              { name: '乙', title: '2023年项目支出绩效目标表' },
            ],
          },
        ],
        fields: ['title.year/project'],
      },
    ],
    notApplicable: [
      {
        title: '只有一张表标年度',
        disclosures: [{ departmentForm: { title: '2023年部门整体支出绩效目标表' } }],
      },
    ],
  },
});

/** With more than two odd ones out the document holds two years rather than a slip. */
const MOST_ODD = 2;

interface Dated {
  form: FormSubject;
  year: number;
}

function datedForm(form: FormSubject): Dated[] {
  const year = titleYear(form);
  return year === null ? [] : [{ form, year }];
}

const isPeer = (sibling: DisclosureSubject, subject: DisclosureSubject): boolean =>
  sibling.disclosure.stage === subject.disclosure.stage &&
  sibling.disclosure.department === subject.disclosure.department;

function byFrequency(dated: Dated[]): { year: number; count: number }[] {
  const counts = new Map<number, number>();
  for (const { year } of dated) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts]
    .map(([year, count]) => ({ year, count }))
    .sort((a, b) => b.count - a.count || b.year - a.year);
}

const titleOf = ({ form, reading }: FormSubject): OperandDraft[] =>
  form.title ? [{ label: '表题', evidence: form.title.evidence, form: reading }] : [];
