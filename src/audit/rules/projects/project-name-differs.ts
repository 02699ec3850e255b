import type { Indicator, Project } from '../../../model/disclosure.js';
import { nameOperand, quoteTarget, targetOperand } from '../../subjects/indicators.js';
import { isAnotherDirection } from '../../subjects/project-direction.js';
import { placedMentions } from '../../subjects/project-mentions.js';
import type { DisclosureSubject, FormEntry } from '../../subjects/subject.js';
import { showDifferingPart } from '../../texts/differing-part.js';
import { plainText } from '../../texts/plain-text.js';
import { topicOf } from '../../texts/project-words.js';
import { similarity } from '../../texts/similarity.js';
import type { OperandDraft } from '../../verdicts/operand.js';
import { fail, notApplicable, pass, review, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { IndicatorSpec } from '../example.js';
import { defineDocumentRule } from '../rule.js';

export const projectNameDiffers = defineDocumentRule({
  id: 'project-name-differs',
  version: 1,
  title: '同一项目在各表中的名称不同',
  severity: 'warning',
  tolerance: 'none',
  authority: guidance('同一项目在同一套预算表中名称应当一致'),
  formula:
    '项目在汇总表、项目表、所属专项中的名称相同（不计标点）；部门表以项目名称列出的数量，项目表中名称相近',
  why: '一字之差（政治、政法）会使支出范围不同；部门表用项目名、项目表用另一名称时，看不出钱给了谁。',
  messages: {
    differs: '同一项目在{first}为“{firstName}”，在{second}为“{secondName}”（不同处：{part}），待核实。',
    recipient:
      '部门表{promised}，用的是项目名称；项目表中同一数量的指标{named}，两个名称没有相同的词，钱的去向从名称看不出来，待核实。',
  },
  *check(disclosure) {
    let compared = false;
    for (const project of disclosure.disclosure.projects) {
      const verdict = compareNames(project, disclosure);
      if (verdict) yield verdict;
      compared ||= verdict !== null;
    }
    for (const verdict of recipients(disclosure)) {
      compared = true;
      yield verdict;
    }
    if (!compared) yield notApplicable('没有在两处以上出现的项目');
  },
  examples: {
    passes: [
      {
        title: '只有标点不同',
        disclosures: [
          {
            summary: { rows: [{ name: '平安建设经费（含禁毒）', amount: '10' }] },
            projects: [{ name: '平安建设经费(含禁毒)', summaryName: '平安建设经费（含禁毒）', amount: '10' }],
          },
        ],
      },
    ],
    reports: [
      {
        title: '政治与政法',
        disclosures: [
          {
            summary: { rows: [{ name: '政治安全经费', amount: '10' }] },
            projects: [{ name: '政法安全经费', summaryName: '政治安全经费', amount: '10' }],
          },
        ],
        fields: ['project.name'],
      },
      {
        title: '部门表用项目名称，项目表用人员名称',
        disclosures: [
          {
            departmentForm: { indicators: [people('社区巡逻费')] },
            projects: [{ name: '社区巡逻费', indicators: [people('退役参战人员')] }],
          },
        ],
        fields: ['project.name/recipient'],
      },
    ],
    notApplicable: [{ title: '只出现一次', disclosures: [{ projects: [{ name: '甲', amount: '10' }] }] }],
  },
});

/** The project's names in reading order: as its mentions print it, then the programme it belongs to. */
function namesOf(project: Project, disclosure: DisclosureSubject): (OperandDraft & { name: string })[] {
  const placed = placedMentions(project, disclosure);
  const names = placed.map(({ mention, reading, where }) => ({
    name: mention.name,
    label: where,
    evidence: mention.evidence.name,
    form: reading,
  }));
  const form = placed.find(({ mention }) => mention.role === 'form');
  const { parent, evidence } = project;
  if (form && parent && evidence.parent) {
    names.push({ name: parent, label: '所属专项', evidence: evidence.parent, form: form.reading });
  }
  return names;
}

function compareNames(project: Project, disclosure: DisclosureSubject): Verdict | null {
  const names = namesOf(project, disclosure);
  if (names.length < 2) return null;
  if (isAnotherDirection(project)) return notApplicable('支出方向与所属专项名称不同，可能有几个方向');
  const [first] = names;
  const other = names.find(({ name }) => plainText(name) !== plainText(first?.name ?? ''));
  if (!first || !other) return pass;
  return fail({
    field: 'project.name',
    project,
    message: 'differs',
    parameters: {
      first: first.label,
      firstName: first.name,
      second: other.label,
      secondName: other.name,
      part: showDifferingPart(first.name, other.name),
    },
    reported: other.name,
    expected: first.name,
    operands: names,
  });
}

/** Names this alike are one. */
const SAME = 0.85;

/** Counts of people the department lists under a project's name and the project's form under a name without a word in common. */
function* recipients(disclosure: DisclosureSubject): Iterable<Verdict> {
  const entries = disclosure.forms
    .flatMap((form) => form.entries)
    .filter(({ indicators }) => indicators.length > 0);
  for (const entry of entries.filter(({ project }) => project === null)) {
    for (const indicator of entry.indicators.filter(isHeadcount)) {
      const own = entries.find(
        ({ project }) => project !== null && similarity(project.name, indicator.name) >= SAME,
      );
      const match = own && sameCount(own, indicator);
      if (own && match) yield compareRecipients(entry, indicator, own, match);
    }
  }
}

const isHeadcount = ({ parsed, horizon }: Indicator): boolean =>
  horizon === 'annual' && parsed.kind === 'number' && parsed.measure === '人';

const sameCount = ({ indicators }: FormEntry, { parsed }: Indicator): Indicator | undefined =>
  indicators.find((other) => isHeadcount(other) && other.parsed.quantity === parsed.quantity);

function compareRecipients(
  department: FormEntry,
  promised: Indicator,
  own: FormEntry,
  named: Indicator,
): Verdict {
  if (shareWord(topicOf(promised.name), topicOf(named.name))) return pass;
  return review({
    field: 'project.name/recipient',
    project: own.project,
    message: 'recipient',
    parameters: { promised: quoteTarget(promised), named: quoteTarget(named) },
    reported: promised.name,
    expected: named.name,
    operands: [nameOperand(department, promised), nameOperand(own, named), targetOperand(own, named)],
  });
}

const shareWord = (a: string, b: string): boolean =>
  Array.from({ length: Math.max(0, a.length - 1) }, (_, index) => a.slice(index, index + 2)).some((pair) =>
    b.includes(pair),
  );

function people(name: string): IndicatorSpec {
  return {
    level1: '产出指标',
    level2: '数量指标',
    name,
    target: '49人',
    parsed: ['number', '=', '49', '人', '49', '人'],
  };
}
