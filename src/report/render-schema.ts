import { VIEWS, type View, type ViewColumn } from '../model/views.js';

const TYPES = { integer: '整数', real: '小数', text: '文字' };

const WITHOUT_CURRENT = VIEWS.filter(({ columns }) =>
  columns.every(({ name }) => name !== 'document_id'),
).map(({ name }) => name);

const HEAD = `# 视图与列

一个明账库是一个 SQLite 文件，或一个 PostgreSQL 数据库（见 [postgres.md](postgres.md)）；下面的视图是它的公开接口，两种库上同名同列，
\`mingzhang query\`、\`mingzhang sql\`、\`mingzhang export\` 和任何读得懂它们的程序看到的都是这些视图。\`mingzhang sql --schema\` 输出本页。

- 每列都可能为空：原文没印、没读出或不适用。
- 金额同时给整数分（精确）与万元（便于阅读）。
- 视图名前加 \`current_\`，则不含已被较新版本替代的文档（${WITHOUT_CURRENT.join('、')} 除外）。
`;

/** docs/schema.md, also `sql --schema`: every view and column with type, unit and meaning, as Markdown. */
export const renderSchema = (views: readonly View[] = VIEWS): string =>
  [HEAD, ...views.map(renderView)].join('\n');

const renderView = ({ name, title, meaning, columns }: View): string =>
  [
    `## ${name} ${title}`,
    '',
    `${meaning}。`,
    '',
    '| 列 | 中文名 | 类型 | 单位 | 含义 | 取值 |',
    '|---|---|---|---|---|---|',
    ...columns.map(renderColumn),
    '',
  ].join('\n');

const renderColumn = ({ name, title, type, unit = '', meaning, values = [] }: ViewColumn): string =>
  `| \`${name}\` | ${title} | ${TYPES[type]} | ${unit} | ${escapePipes(meaning)} | ${values.map((value) => `\`${value}\``).join(' ')} |`;

const escapePipes = (text: string): string => text.replaceAll('|', '\\|');
