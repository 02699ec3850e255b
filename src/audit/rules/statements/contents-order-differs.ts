import type { Statement } from '../../../model/statement.js';
import { ownsProse, proseReading } from '../../subjects/prose.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import { contentsChapters } from '../../texts/contents-chapters.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { DisclosureSpec } from '../example.js';
import { defineDocumentRule } from '../rule.js';

const CONTENTS = ['目录', '一、收入总表........1', '二、支出总表........2', '三、财政拨款收支总表........3'];

export const contentsOrderDiffers = defineDocumentRule({
  id: 'contents-order-differs',
  version: 1,
  title: '目录所列各表的次序与正文不同',
  severity: 'note',
  tolerance: 'none',
  authority: guidance('目录应当与正文的次序、页码一致'),
  formula: '目录中在前的表，正文中也在前（只比较标题相同、各只一张的表）',
  why: '次序不同时目录的页码也不对，读者找不到表；一份文件只提示一次。',
  messages: { differs: '目录中“{title}”列在{others}之前，正文中却在其后，目录的次序与页码不合，待核实。' },
  *check(disclosure) {
    if (!ownsProse(disclosure)) return yield notApplicable('没有预算说明');
    const tables = tablesOfContents(disclosure);
    if (tables.length < LEAST) return yield notApplicable('目录没有列出各表');
    yield judge(tables, disclosure);
  },
  examples: {
    passes: [
      { title: '次序相同', disclosures: [pack('收入总表', '支出总表', '财政拨款收支总表')] },
      {
        title: '目录以外的表不计',
        disclosures: [pack('项目支出表', '收入总表', '支出总表', '财政拨款收支总表')],
      },
    ],
    reports: [
      {
        title: '一张表在目录中在前、正文中在后',
        disclosures: [pack('支出总表', '收入总表', '财政拨款收支总表')],
        fields: ['contents:一、收入总表'],
      },
    ],
    notApplicable: [
      { title: '没有预算说明', disclosures: [{}] },
      { title: '表的标题与目录不同', disclosures: [pack('收入预算表', '支出预算表')] },
    ],
  },
});

const LEAST = 3;

interface Listed {
  title: string;
  entry: number;
  statement: Statement;
}

/** The lines of the contents that name one statement of the document, in the order of the contents. */
function tablesOfContents({ document }: DisclosureSubject): Listed[] {
  const byKey = new Map<string, Statement[]>();
  for (const statement of document.disclosures.flatMap(({ statements }) => statements)) {
    const key = keyOf(statement.title);
    byKey.set(key, [...(byKey.get(key) ?? []), statement]);
  }
  const seen = new Set<string>();
  return contentsChapters(document.blocks).flatMap(({ title, entry }): Listed[] => {
    const key = keyOf(title);
    const [statement, another] = key === '' ? [] : (byKey.get(key) ?? []);
    if (!statement || another || seen.has(key)) return [];
    seen.add(key);
    return [{ title, entry, statement }];
  });
}

const NUMBER =
  /^(?:附?表[一二三四五六七八九十\d]{1,3}[、.:]?|[一二三四五六七八九十]{1,3}[、.:]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.])/;

/** A title without its number, year, quotation marks and what stands in brackets at its end. */
const keyOf = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/[\s“”"'‘’]/g, '')
    .replace(NUMBER, '')
    .replace(/20\d\d年?度?/g, '')
    .replace(/\([^()]*\)$/, '');

function judge(tables: Listed[], disclosure: DisclosureSubject): Verdict {
  const at = ({ statement }: Listed): number => Math.min(...statement.blocks);
  for (const [index, table] of tables.entries()) {
    const before = tables.slice(index + 1).filter((later) => at(later) < at(table));
    if (before.length > 0) return describe(table, before, disclosure);
  }
  return pass;
}

function describe(table: Listed, others: Listed[], disclosure: DisclosureSubject): Verdict {
  const form = proseReading(disclosure);
  const line = disclosure.document.blocks[table.entry];
  const evidence =
    line?.kind === 'paragraph'
      ? [
          {
            label: '目录',
            evidence: { place: line.place, quote: line.text, block: table.entry, cell: null },
            form,
          },
        ]
      : [];
  return fail({
    field: `contents:${table.title}`,
    project: null,
    message: 'differs',
    parameters: { title: table.title, others: others.map(({ title }) => `“${title}”`).join('、') },
    reported: table.title,
    operands: [
      ...evidence,
      ...[table, ...others].map(({ statement }) => ({ label: '标题', evidence: statement.evidence, form })),
    ],
  });
}

function pack(...titles: string[]): DisclosureSpec {
  return {
    said: [{ subject: '收入预算', amount: '100万元' }],
    prose: [...CONTENTS, '一、部门职责', '拟订规划。'],
    statements: titles.map((title) => ({
      kind: 'other',
      title,
      columns: [['合计', 'total']],
      lines: [{ item: '合计', role: 'total', amounts: ['100'] }],
    })),
  };
}
