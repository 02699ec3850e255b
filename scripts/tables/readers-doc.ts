import type { KindScore } from './score-kinds.js';

const COLUMNS = ['文件', '读取器', '份数', '表格', '全对', '准确率', '召回率', '多出'];
const percent = (part: number, whole: number): string =>
  whole ? `${((100 * part) / whole).toFixed(1)}%` : '–';

/** docs/readers.md: what the run scored, kind by kind, each reader on a line. */
export function readersDoc(scores: readonly KindScore[], seed: number): string {
  const lines = scores.map(({ kind, reader, files, tables, exact, shared, found, expected, extra }) =>
    [kind, reader, files, tables, exact, percent(shared, found), percent(shared, expected), extra].join(
      ' | ',
    ),
  );
  return `# 读表的准确程度

\`npm run bench:tables -- --seed ${seed} --docs\` 写出本页。比的是自备的公开文件：按种子画出的 PDF（\`scripts/tables/drawn-suite.ts\`，同一类表换着画线的办法）、
\`scripts/pile\` 的表（合并单元格，PDF 与 Word），以及 \`test/formats/files\` 里 LibreOffice 写出的文件（与写它的网页里的表相比）。
\`npm run bench:tables -- 文件夹\` 用同样的办法给别的文件评分：文件旁放 ICDAR 2013 的 \`名-str.xml\`、\`名.csv\` 或 \`名.json\`。

- **全对**：每格的文字、行、列都与应有的一样（不比合并的格数）。
- **准确率、召回率**：相邻关系，即一格与它右边、下边最近的非空格（ICDAR 2013 的度量）；文字按 NFKC，不计空白。
  准确率只算与应有的表对上的表，对不上任何一张的记在“多出”。
- pdf-parse 的 \`getTable\` 与 mammoth 是本项目的依赖，同一次运行里读同样的文件。

| ${COLUMNS.join(' | ')} |
|${COLUMNS.map((_, index) => (index < 2 ? '---' : '--:')).join('|')}|
${lines.map((line) => `| ${line} |`).join('\n')}
`;
}
