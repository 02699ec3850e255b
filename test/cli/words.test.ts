import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/run-command.js';
import { scratchFolder } from '../support/scratch-folder.js';
import { smallDisclosure } from '../support/small-disclosure.js';

/** What an engine says stands behind its mark only. */
const ENGINE = /unexpected|invalid|cannot read|error|expected|undefined|\bat \d/i;

describe('files that people write themselves and get wrong', () => {
  const folder = (): string => {
    const made = scratchFolder({
      'a.txt': smallDisclosure(),
      'cut.json': '{"甲": {"view": ',
      'kind.json': '{"甲": {"view": 7, "limit": "x", "nope": 1}}',
      'quote.csv': 'path,region\n"a.txt,430204\n',
      'cut.xlsx': 'PK\u0003\u0004 broken',
    });
    mkdirSync(join(made, 'folder.xlsx'));
    return made;
  };
  it.each([
    [['query', '甲', '--query-file', 'cut.json'], '不是 JSON'],
    [['query', '甲', '--query-file', 'kind.json'], '有误'],
    [['import', 'a.txt', '--manifest', 'quote.csv'], '不是能读的 CSV'],
    [['audit', 'review', '--from', 'cut.xlsx'], '读不出 cut.xlsx'],
    [['audit', 'review', '--from', 'folder.xlsx'], '是文件夹'],
  ])('%j are told of in Chinese', (args, words) => {
    const at = folder();
    runCommand(at, ['import', 'a.txt']);
    const { status, stderr } = runCommand(at, args);
    expect(stderr).toContain(words);
    expect(status).toBe(2);
    expect(stderr.replace(/（技术细节：.*）/gs, '')).not.toMatch(ENGINE);
  });
});
