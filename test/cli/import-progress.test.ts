import { describe, expect, it } from 'vitest';
import { progressJson } from '../../src/cli/import-progress/progress-json.js';
import { progressLines } from '../../src/cli/import-progress/progress-lines.js';
import { buildDocument, type DocumentPlan } from '../support/document-builder.js';

const written = (): { stream: NodeJS.WritableStream; lines: string[] } => {
  const lines: string[] = [];
  const stream = { write: (text: string) => lines.push(text.trimEnd()) > 0 };
  return { stream: stream as unknown as NodeJS.WritableStream, lines };
};
const document = buildDocument({ path: '甲.txt', outcome: 'corrupt', reason: '缺目录' });

describe('progress of an import', () => {
  it('is a line for each file that is done, with the number of all', () => {
    const { stream, lines } = written();
    const progress = progressLines(stream);
    progress.report({ kind: 'listed', files: 2 });
    progress.report({ kind: 'started', path: '甲.txt' });
    progress.report({ kind: 'document', path: '甲.txt', document, kept: false });
    progress.report({ kind: 'unchanged', path: '乙.txt' });
    progress.end();
    expect(lines).toEqual(['[1/2] 甲.txt  文件损坏  缺目录', '[2/2] 乙.txt  没有变化']);
  });

  it('says how many budget statements a pack has, with its forms or without', () => {
    const { stream, lines } = written();
    const progress = progressLines(stream);
    const statements = [{ kind: 'income' as const, columns: [], lines: [] }];
    const files: [string, DocumentPlan][] = [
      ['只有预算表.pdf', { disclosures: [{ hasForm: false, statements }] }],
      [
        '都有.pdf',
        { disclosures: [{ projects: [{ name: '防汛' }], statements: [...statements, ...statements] }] },
      ],
      ['只有绩效表.pdf', { disclosures: [{}] }],
      ['都没有.pdf', {}],
      [
        '读了一半.pdf',
        { outcome: 'partial', reason: '第 9 页起没有读', disclosures: [{ hasForm: false, statements }] },
      ],
    ];
    for (const [path, plan] of files) {
      progress.report({ kind: 'document', path, document: buildDocument({ path, ...plan }), kept: false });
    }
    expect(lines.map((line) => line.split('  ').slice(2).join('  '))).toEqual([
      '没有绩效表  预算表 1',
      '绩效表 1  项目 1  指标 0  支出明细 0  未认领 0  预算表 2',
      '绩效表 1  项目 0  指标 0  支出明细 0  未认领 0',
      '没有绩效表',
      '第 9 页起没有读  预算表 1',
    ]);
  });

  it('is JSON with the failures so far', () => {
    const { stream, lines } = written();
    const progress = progressJson(stream);
    progress.report({ kind: 'listed', files: 2 });
    progress.report({ kind: 'document', path: '甲.txt', document, kept: false });
    progress.report({ kind: 'archive', path: '乙.zip' });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { event: 'document', path: '甲.txt', outcome: 'corrupt', done: 1, files: 2, failures: 1 },
      { event: 'archive', path: '乙.zip', done: 2, failures: 1 },
    ]);
  });
});
