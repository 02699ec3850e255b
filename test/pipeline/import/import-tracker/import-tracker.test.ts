import { describe, expect, it } from 'vitest';
import { FilesUnderWay } from '../../../../src/pipeline/import/import-tracker/files-under-way.js';
import { ImportTracker } from '../../../../src/pipeline/import/import-tracker/import-tracker.js';
import { buildDocument } from '../../../support/document-builder.js';

const gone = { path: 'a', sha256: null, outcome: 'unreadable', reason: null } as const;

describe('files under way', () => {
  it('are those that take long, slowest first', () => {
    let now = 0;
    const underWay = new FilesUnderWay(() => now);
    underWay.note({ kind: 'started', path: 'a' });
    now = 4000;
    underWay.note({ kind: 'started', path: 'b' });
    now = 10_000;
    expect(underWay.slow(5)).toEqual([
      { path: 'a', seconds: 10 },
      { path: 'b', seconds: 6 },
    ]);
    underWay.note({ kind: 'failure', failure: gone });
    expect(underWay.slow(5).map(({ path }) => path)).toEqual(['b']);
  });
});

describe('an import that is followed', () => {
  it('is told by its files, its rate and the time left', () => {
    let now = 0;
    const tracker = new ImportTracker(() => now);
    expect(tracker.progress()).toMatchObject({ files: 0, done: 0, secondsLeft: null });
    tracker.note({ kind: 'listed', files: 10 });
    for (let n = 1; n <= 4; n++) {
      now = n * 1000;
      tracker.note({ kind: 'unchanged', path: `${n}` });
    }
    now = 5000;
    expect(tracker.progress()).toMatchObject({ files: 10, done: 4, rate: 1, secondsLeft: 6, failures: 0 });
    now = 60_000;
    expect(tracker.progress()).toMatchObject({ rate: 0, secondsLeft: null });
  });

  it('names what was not read, newest first', () => {
    const tracker = new ImportTracker();
    const document = buildDocument({ path: '乙.txt', outcome: 'corrupt', reason: '缺目录' });
    tracker.note({ kind: 'failure', failure: gone });
    tracker.note({ kind: 'document', path: '乙.txt', document, kept: false });
    tracker.note({ kind: 'document', path: '丙.txt', document: { ...document, outcome: 'ok' }, kept: false });
    const { done, failures, latest } = tracker.progress();
    expect({ done, failures }).toEqual({ done: 3, failures: 2 });
    expect(latest).toEqual([
      { path: '乙.txt', sha256: document.sha256, outcome: 'corrupt', reason: '缺目录' },
      gone,
    ]);
  });
});
