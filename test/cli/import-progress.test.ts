import { describe, expect, it } from 'vitest';
import { progressJson } from '../../src/cli/import-progress/progress-json.js';
import { progressLines } from '../../src/cli/import-progress/progress-lines.js';
import { buildDocument } from '../support/document-builder.js';

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
