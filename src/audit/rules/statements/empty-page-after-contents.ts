import type { Block } from '../../../model/grid.js';
import { isProse, ownsProse, proseReading } from '../../subjects/prose.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import { fail, notApplicable, pass } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { SaidSpec } from '../pack-example.js';
import { defineDocumentRule } from '../rule.js';

const SAID: SaidSpec = { subject: '收入预算', amount: '100万元' };
const CONTENTS = ['目录', '一、部门职责……1', '二、机构设置……2', '三、收支说明……3'];

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
    const { blocks } = disclosure.document;
    const entries = contentsOf(blocks);
    if (entries.titles.length < LEAST_ENTRIES) return yield notApplicable('没有目录');
    const empty = emptyChapters(blocks, entries);
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

const LEAST_ENTRIES = 3;
const LONGEST_TITLE = 60;

interface Contents {
  /** Plain titles in order, each once. */
  titles: string[];
  /** Index of the block behind them. */
  end: number;
}

/** A line of the contents without leaders and page number. */
const plainTitle = (line: string): string =>
  line
    .replace(/\s+/g, '')
    .replace(/[.．·…\-—]*[(（]?\d*[)）]?$/, '')
    .trim();

/** The kind of numbering a title has, outermost first; -1 for none. */
const rankOf = (title: string): number =>
  [
    /^第[一二三四五六七八九十]+(部分|章)/,
    /^[一二三四五六七八九十]+[、.．]/,
    /^[(（][一二三四五六七八九十]+[)）]/,
    /^\d+[、.．]/,
  ].findIndex((pattern) => pattern.test(title));

function contentsOf(blocks: readonly Block[]): Contents {
  const start = blocks.findIndex((block) => isProse(block) && /^目录/.test(block.text.replace(/\s+/g, '')));
  const titles: string[] = [];
  if (start < 0) return { titles, end: 0 };
  let end = start;
  for (let index = start; index < blocks.length; index++) {
    const block = blocks[index];
    if (!block || !isProse(block)) break;
    const lines = block.text
      .split('\n')
      .map(plainTitle)
      .filter((line) => line !== '' && line !== '目录');
    const isBody = lines.some(
      (line) => titles.includes(line) || line.length > LONGEST_TITLE || rankOf(line) < 0,
    );
    if (isBody) break;
    titles.push(...lines);
    end = index + 1;
  }
  return { titles, end };
}

interface Chapter {
  title: string;
  block: number;
}

/** Titles right behind which the next of the same or an outer rank stands. */
function emptyChapters(blocks: readonly Block[], { titles, end }: Contents): Chapter[] {
  const known = new Set(titles);
  const body = blocks
    .map((block, index) => ({ block, index }))
    .slice(end)
    .filter(({ block }) => !(block.kind === 'paragraph' && (block.furniture || block.text.trim() === '')));
  return body.flatMap(({ block, index }, at): Chapter[] => {
    const [own, next] = [titleIn(block, known), titleIn(body[at + 1]?.block, known)];
    const isFollowed = own !== null && next !== null && titles.indexOf(next) === titles.indexOf(own) + 1;
    return isFollowed && rankOf(next) <= rankOf(own) ? [{ title: own, block: index }] : [];
  });
}

function titleIn(block: Block | undefined, known: Set<string>): string | null {
  if (!block || !isProse(block)) return null;
  const title = plainTitle(block.text);
  return known.has(title) ? title : null;
}

const operandsOf = (chapters: Chapter[], disclosure: DisclosureSubject) =>
  chapters.flatMap(({ title, block }) => {
    const found = disclosure.document.blocks[block];
    return found && isProse(found)
      ? [
          {
            label: '标题',
            evidence: { place: found.place, quote: found.text, block, cell: null },
            form: proseReading(disclosure),
          },
        ]
      : [];
  });
