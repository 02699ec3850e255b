/** What may stand in a template in `{ }`: a text, a part repeated for each of a list, a part kept only if, or a picture. */
export interface Placeholder {
  kind: 'text' | 'each' | 'if' | 'picture';
  meaning: string;
  /** What may stand within the part, besides what may stand around it. */
  within?: Placeholders;
}

export type Placeholders = Readonly<Record<string, Placeholder>>;

const text = (meaning: string): Placeholder => ({ kind: 'text', meaning });
const keptIf = (meaning: string): Placeholder => ({ kind: 'if', meaning });
const each = (meaning: string, within: Placeholders): Placeholder => ({ kind: 'each', meaning, within });

const EXCERPTS: Placeholders = {
  摘录: each('所依据的每一处原文', {
    号: text('从 1 数起'),
    项: text('这个数字或文字是什么，如“合计”'),
    原文: text('印在那里的文字；格内没有印单位的，括号里注明单位'),
    出处: text('文件名和页、表、行、列'),
  }),
};

/** Of one finding, in either paper. */
const FINDING: Placeholders = {
  编号: text('疑点的编号，如 f45'),
  标题: text('哪里对不上'),
  说明: text('印了什么、与什么对不上'),
  年度和阶段: text('如 2024 年部门预算'),
  项目: text('项目名称；部门整体的为空'),
  有项目: keptIf('是某个项目的'),
  比较: text('比较什么与什么'),
  算式: text('带数字的算式'),
  有算式: keptIf('有算式'),
  公开值: text('印出的值'),
  有公开值: keptIf('有公开值'),
  对照名: text('对照值是什么：“另处所印”或“推算值”'),
  对照值: text('另处所印或由其他数字推算的值'),
  有对照值: keptIf('有对照值'),
  差额: text('公开值比对照值多或少多少，以万元和元计'),
  有差额: keptIf('比较的是金额'),
  依据: text('规则的依据：法律、制度或算术'),
  ...EXCERPTS,
};

const FILE: Placeholders = {
  序号: text('从 1 数起'),
  名称: text('文件名'),
  网址: text('公布的网址；不知道的为空'),
  有网址: keptIf('知道网址'),
  公布日期: text('公布的日期；不知道的为“未记录”'),
};

const ADDRESSEE: Placeholders = {
  部门: text('公开单位的名称'),
  地区: text('省、市、县的全名'),
  日期: text('写出文书的日期'),
};

/** Papers of the desk, with the file of their template below data/letters/ and what may stand in it. */
export const PAPERS = {
  核实函: {
    template: 'verification-letter.docx',
    placeholders: {
      ...ADDRESSEE,
      条数: text('列了几条'),
      文件: each('查阅的每份公开文件', { ...FILE, 年度和阶段: text('如 2024 年部门预算') }),
      事项: each('每一条疑点', { 序号: text('从 1 数起'), ...FINDING }),
    },
  },
  取证单: {
    template: 'evidence-slip.docx',
    placeholders: {
      ...ADDRESSEE,
      ...FINDING,
      文件: each('所依据的每份文件', { ...FILE, 摘要值: text('文件内容的 SHA-256') }),
      有图: keptIf('有画得出的原页'),
      无图: keptIf('没有画得出的原页'),
      无图原因: text('为什么没有'),
      图: each('画出的每一页', {
        图片: { kind: 'picture', meaning: '原文的一页，所依据的格用红框标出' },
        图题: text('哪份文件的第几页'),
      }),
    },
  },
} as const satisfies Record<string, { template: string; placeholders: Placeholders }>;

export type PaperKind = keyof typeof PAPERS;
export const EVERY_PAPER = Object.keys(PAPERS) as readonly PaperKind[];
