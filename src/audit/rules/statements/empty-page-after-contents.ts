import { ownsProse, proseReading } from '../../subjects/prose.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import { type ContentsChapter, contentsChapters } from '../../texts/contents-chapters.js';
import { fail, notApplicable, pass } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { SaidSpec } from '../pack-example.js';
import { defineDocumentRule } from '../rule.js';

const SAID: SaidSpec = { subject: '收入预算', amount: '100万元' };
const CONTENTS = ['目录', '一、部门职责........1', '二、机构设置........2', '三、收支说明........3'];

export const emptyPageAfterContents = defineDocumentRule({
  id: 'empty-page-after-contents',
  version: 1,
  title: '目录所列的一章没有内容',
  severity: 'note',
  tolerance: 'none',
  authority: guidance('目录所列的各章都应当有内容，没有的注明本部门无此项'),
  formula: '目录所列的标题之后有文字或表，才是下一个标题',
  why: '标题后面没有内容，可能漏了文字或表；内容是图片的读不出，看一眼原文即可排除。',
  messages: { empty: '目录所列的{chapters}，标题后面没有文字也没有表，待核实。' },
  *check(disclosure) {
    if (!ownsProse(disclosure)) return yield notApplicable('没有预算说明');
    const chapters = contentsChapters(disclosure.document.blocks);
    if (chapters.length < LEAST_CHAPTERS) return yield notApplicable('没有目录');
    const empty = chapters.filter(({ heading, holds }) => heading !== null && holds === 'nothing');
    if (empty.length === 0) return yield pass;
    yield fail({
      field: 'contents',
      project: null,
      message: 'empty',
      parameters: { chapters: empty.map(({ title }) => `“${title}”`).join('、') },
      reported: empty.map(({ title }) => title).join('、'),
      operands: operandsOf(empty, disclosure),
    });
  },
  examples: {
    passes: [
      {
        title: '各章都有内容',
        disclosures: [
          {
            said: [SAID],
            prose: [
              ...CONTENTS,
              '一、部门职责',
              '拟订规划。',
              '二、机构设置',
              '三个科室。',
              '三、收支说明',
              '收支平衡。',
            ],
          },
        ],
      },
    ],
    reports: [
      {
        title: '第二章只有标题',
        disclosures: [
          {
            said: [SAID],
            prose: [...CONTENTS, '一、部门职责', '拟订规划。', '二、机构设置', '三、收支说明', '收支平衡。'],
          },
        ],
        fields: ['contents'],
      },
    ],
    notApplicable: [{ title: '没有目录', disclosures: [{ said: [SAID], prose: ['一、部门职责'] }] }],
  },
});

const LEAST_CHAPTERS = 3;

const operandsOf = (chapters: ContentsChapter[], disclosure: DisclosureSubject) =>
  chapters.flatMap(({ heading }) => {
    const found = heading === null ? undefined : disclosure.document.blocks[heading];
    return heading !== null && found?.kind === 'paragraph'
      ? [
          {
            label: '标题',
            evidence: { place: found.place, quote: found.text, block: heading, cell: null },
            form: proseReading(disclosure),
          },
        ]
      : [];
  });
