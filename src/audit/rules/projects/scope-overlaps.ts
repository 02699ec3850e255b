import type { Project } from '../../../model/disclosure.js';
import { figureOf } from '../../figures/figure.js';
import { showFigure } from '../../figures/format.js';
import { type PlacedMention, placedMentions } from '../../subjects/project-mentions.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import { listedItems, topicOf } from '../../texts/project-words.js';
import type { OperandDraft } from '../../verdicts/operand.js';
import { fail, notApplicable, pass } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import { defineDocumentRule } from '../rule.js';

export const scopeOverlaps = defineDocumentRule({
  id: 'scope-overlaps',
  version: 1,
  title: '一个项目的名称中含有另一个项目',
  severity: 'warning',
  tolerance: 'none',
  authority: guidance('项目之间的支出内容不应重复'),
  formula: '名称在括号里开列的内容（含…、…）中没有另一个项目的名称',
  why: '同一事项既列在一个项目里，又单列一个项目，可能重复安排；也可能两者分工不同，需看支出明细。',
  messages: {
    overlaps:
      '“{whole}”（{wholeAmount}）的名称中开列了“{item}”，同一文件又单列“{part}”（{partAmount}），待核实。',
  },
  *check(disclosure) {
    const { projects } = disclosure.disclosure;
    const lists = projects.map((project) => ({ project, items: itemsOf(project, disclosure) }));
    if (projects.length < 2 || lists.every(({ items }) => items.length === 0)) {
      return yield notApplicable('没有开列内容的项目名称');
    }
    for (const { project, items } of lists.filter((list) => list.items.length > 0)) {
      const overlaps = projects
        .filter((other) => other !== project)
        .flatMap((other) => {
          const item = items.find((candidate) => isSame(candidate, topicOf(other.name)));
          return item ? [{ other, item }] : [];
        });
      if (overlaps.length === 0) yield pass;
      for (const { other, item } of overlaps) {
        const [whole, part] = [project, other].map((each) => placedMentions(each, disclosure)[0]);
        if (!whole || !part) continue;
        yield fail({
          field: `scope:${topicOf(other.name)}`,
          project,
          message: 'overlaps',
          parameters: {
            whole: whole.mention.name,
            part: part.mention.name,
            item,
            wholeAmount: amountOf(whole),
            partAmount: amountOf(part),
          },
          reported: item,
          operands: [...operandsOf(whole), ...operandsOf(part)],
        });
      }
    }
  },
  examples: {
    passes: [
      {
        title: '开列的内容没有单列',
        disclosures: [{ projects: [{ name: '平安建设经费(含见义勇为)' }, { name: '铁路护路经费' }] }],
      },
    ],
    reports: [
      {
        title: '扫黑除恶在一个项目里，又单列',
        disclosures: [
          {
            projects: [
              { name: '平安建设经费(含见义勇为、扫黑除恶)', amount: '80' },
              { name: '扫黑除恶专项经费', amount: '5' },
            ],
          },
        ],
        fields: ['scope:扫黑除恶'],
      },
    ],
    notApplicable: [
      {
        title: '名称没有开列内容',
        disclosures: [{ projects: [{ name: '普法经费' }, { name: '禁毒经费' }] }],
      },
    ],
  },
});

/** Two characters may be part of any word. */
const SHORTEST = 3;

const itemsOf = (project: Project, disclosure: DisclosureSubject): string[] => [
  ...new Set(placedMentions(project, disclosure).flatMap(({ mention }) => listedItems(mention.name))),
];

const isSame = (item: string, topic: string): boolean =>
  topicOf(item) === topic ||
  (topic.length >= SHORTEST && item.includes(topic)) ||
  (item.length >= SHORTEST && topic.includes(item));

const amountOf = ({ mention, reading }: PlacedMention): string =>
  mention.money && mention.evidence.money
    ? showFigure(figureOf('金额', mention.money, mention.evidence.money, reading))
    : '未列金额';

function operandsOf({ mention, reading, where }: PlacedMention): OperandDraft[] {
  const { name, money } = mention.evidence;
  return [
    { label: `${where} 项目名称`, evidence: name, form: reading },
    ...(money ? [{ label: `${where} 金额`, evidence: money, form: reading }] : []),
  ];
}
