import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils, write } from '@e965/xlsx';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../support/run-command.js';
import { newFolder, removeFolder } from '../support/scratch-folder.js';
import { smallDisclosure } from '../support/small-disclosure.js';

let folder: string;
beforeAll(() => {
  folder = newFolder({
    '石峰/信访局.txt': smallDisclosure({ total: '13' }),
    '石峰/司法局.txt': smallDisclosure({ department: '株洲市石峰区司法局', total: '40' }),
    '说明.txt': '本文件没有绩效目标表。',
  });
  runCommand(folder, ['import', '.']);
});
afterAll(() => removeFolder(folder));

const audit = (...args: string[]) => runCommand(folder, ['audit', ...args]);
const reviews = (...args: string[]): Record<string, unknown>[] =>
  JSON.parse(audit('review', 'list', '--format', 'json', ...args).stdout);

describe('audit outputs', () => {
  it('writes a page with the evidence', () => {
    const { status, stderr } = audit('--format', 'html', '--output', '疑点.html');
    expect(status).toBe(0);
    expect(stderr).toMatch(/已写入 疑点\.html，共 \d+ 条/);
    const $ = load(readFileSync(join(folder, '疑点.html'), 'utf8'));
    expect($('tr[data-finding]').length).toBe(reviews().length);
    expect($('details.finding').first().find('td.operand').length).toBeGreaterThan(1);
    expect($('#unjudged').next().text()).toContain('没有识别到绩效目标表1说明.txt');
  });

  it.each([
    ['清单.json', /^\[/],
    ['清单.CSV', /^\ufeff/],
    ['清单.html', /^<!doctype html>/i],
    ['清单.txt', /^\S*f\d+/m],
  ])('takes the format from the name of the file: %s', (name, start) => {
    expect(audit('--output', name).stderr).toContain(`已写入 ${name}，共`);
    expect(readFileSync(join(folder, name), 'utf8')).toMatch(start);
  });

  it('takes the format that is given, whatever the file is called', () => {
    audit('--format', 'json', '--output', '名.csv');
    expect(readFileSync(join(folder, '名.csv'), 'utf8')).toMatch(/^\[/);
  });

  it('says that there is nothing to look at', () => {
    expect(audit('--year', '1990').stderr).toContain('核查文档 0：没有可以核查的公开内容（1990 年）');
  });

  it('says which findings a severity keeps from the page', () => {
    const $ = load(audit('--format', 'html', '--severity', 'error').stdout);
    expect($('tr[data-severity=error]').length).toBe($('tr[data-finding]').length);
    expect($('.facts').first().text()).toContain('只列“错误”');
  });

  it('adds evidence and review to the rows of the view', () => {
    const [first] = JSON.parse(audit('--all', '--format', 'json').stdout) as Record<string, unknown>[];
    const rows = JSON.parse(runCommand(folder, ['query', 'findings', '--format', 'json']).stdout) as {
      id: number;
    }[];
    expect(first).toMatchObject(rows.find(({ id }) => id === first?.id) ?? {});
    expect(first?.review_state).toBe('open');
    expect(first?.evidence).toContainEqual(expect.objectContaining({ quote: '40' }));
  });
});

describe('audit review', () => {
  it('asks for the reason of an answer that sets a finding aside, as the site does', () => {
    const open = reviews('--state', 'open').find(({ comment }) => comment === null);
    const { status, stderr } = audit('review', 'set', `f${open?.id}`, '--state', '排除');
    expect([status, stderr]).toEqual([2, expect.stringContaining('答“排除”请写明理由')]);
    audit('--format', 'xlsx', '--output', '无理由.xlsx');
    const workbook = read(readFileSync(join(folder, '无理由.xlsx')));
    const rows = utils.sheet_to_json<Record<string, unknown>>(workbook.Sheets.清单 ?? {}, { defval: null });
    Object.assign(rows.find((row) => row.疑点指纹 === open?.fingerprint) ?? {}, { 处理状态: '已说明' });
    workbook.Sheets.清单 = utils.json_to_sheet(rows);
    writeFileSync(join(folder, '无理由.xlsx'), write(workbook, { type: 'buffer', bookType: 'xlsx' }));
    expect(audit('review', '--from', '无理由.xlsx').stderr).toContain('答“已说明”请写明理由，未采用');
  });

  it('takes in a workbook that came back', () => {
    audit('--format', 'xlsx', '--output', '清单.xlsx');
    const workbook = read(readFileSync(join(folder, '清单.xlsx')));
    const rows = utils.sheet_to_json<Record<string, unknown>>(workbook.Sheets.清单 ?? {}, { defval: null });
    Object.assign(rows[0] ?? {}, { 处理状态: '属实', 处理意见: '合计印错', 复核人: '张三' });
    rows.push({ 疑点指纹: 'ffff', 处理状态: '属实' }, { 疑点指纹: 'eeee', 处理状态: '大概' });
    workbook.Sheets.清单 = utils.json_to_sheet(rows);
    writeFileSync(join(folder, '回.xlsx'), write(workbook, { type: 'buffer', bookType: 'xlsx' }));
    const { status, stderr } = audit('review', '--from', '回.xlsx', '--who', '李四');
    expect(status).toBe(3);
    expect(stderr).toContain(`清单 第 ${rows.length} 行：库中没有指纹为 ffff 的疑点`);
    expect(stderr).toContain(`清单 第 ${rows.length + 1} 行：不认识的处理状态“大概”`);
    expect(stderr).toContain('写入 1 条');
    expect(reviews('--state', 'confirmed')).toMatchObject([{ comment: '合计印错', who: '张三' }]);
    expect(audit('review', '--from', '回.xlsx').stderr).toContain('写入 0 条，与库中相同 1 条');
  });

  it('does not put a workbook over an answer given since', () => {
    audit('--format', 'xlsx', '--output', '旧.xlsx');
    const [, second] = reviews();
    audit('review', 'set', `f${second?.id}`, '--state', 'dismissed', '--comment', '读错', '--who', '王五');
    const workbook = read(readFileSync(join(folder, '旧.xlsx')));
    const rows = utils.sheet_to_json<Record<string, unknown>>(workbook.Sheets.清单 ?? {}, { defval: null });
    Object.assign(rows.find((row) => row.疑点指纹 === second?.fingerprint) ?? {}, { 处理状态: '属实' });
    workbook.Sheets.清单 = utils.json_to_sheet(rows);
    writeFileSync(join(folder, '旧.xlsx'), write(workbook, { type: 'buffer', bookType: 'xlsx' }));
    const { status, stderr } = audit('review', '--from', '旧.xlsx');
    expect(status).toBe(3);
    expect(stderr).toMatch(/王五 已在 .* 复核为“排除”，晚于这份工作簿，未采用/);
  });

  it('answers one finding by its number, and shows it in every output', () => {
    const [first] = reviews();
    const set = audit(
      'review',
      'set',
      `f${first?.id}`,
      '--state',
      '有解释',
      '--comment',
      '已更正',
      '--who',
      '赵六',
    );
    expect(set.status).toBe(0);
    expect(audit('review').stdout).toContain('已说明');
    const [json] = JSON.parse(audit('--all', '--format', 'json').stdout) as Record<string, unknown>[];
    expect(json).toMatchObject({ review_state: 'explained', review_comment: '已更正', review_who: '赵六' });
    const ids = (...args: string[]) =>
      (JSON.parse(audit(...args, '--format', 'json').stdout) as { id: number }[]).map(({ id }) => id);
    expect(ids('--all')).toContain(first?.id);
    expect(ids()).not.toContain(first?.id);
  });

  it('keeps the comment of an answer that is set anew without one', () => {
    const [first] = reviews();
    const set = (...args: string[]) => audit('review', 'set', `f${first?.id}`, ...args).status;
    expect(set('--state', '属实', '--comment', '已电话核实')).toBe(0);
    expect(set('--state', '排除')).toBe(0);
    const stored = JSON.parse(audit('review', '--format', 'json').stdout) as Record<string, unknown>[];
    expect(stored.find(({ id }) => id === first?.id)).toMatchObject({
      state: 'dismissed',
      comment: '已电话核实',
    });
  });

  it.each([
    [['review'], ['from', 'state', 'comment', 'who', 'limit', 'format', 'headers', 'output']],
    [
      ['review', 'list'],
      ['state', 'limit', 'format', 'headers', 'output'],
    ],
    [
      ['review', 'set'],
      ['state', 'comment', 'who'],
    ],
  ])('%j helps with the options it takes', (args, names) => {
    const { stdout } = audit(...args, '--help');
    const offered = [...stdout.matchAll(/^ +(?:-\w, )?--([a-z-]+)/gm)].map(([, name]) => name);
    expect(new Set(offered)).toEqual(new Set(['help', ...names, 'version', 'db', 'no-pager']));
    expect(stdout).not.toMatch(/html/);
  });

  it.each([
    [['review', 'set', 'f1'], '请用 --state 给出状态'],
    [['review', 'set', 'f1', '--state', 'fine'], '--state'],
    [['review', 'set', 'f99999', '--state', 'open'], '没有疑点 f99999'],
    [['review', 'set', 'abcd', '--state', 'open'], '没有疑点 abcd'],
    [['review', '--severity', 'error'], '没有选项 --severity'],
    [['review', 'list', '--comment', '属实'], 'audit review list 没有选项 --comment'],
    [['review', 'set', 'f1', '--from', '清单.xlsx'], 'audit review set 没有选项 --from'],
    [['review', '--format', 'html'], '不能是 html'],
    [['review', '--from', '没有.xlsx'], '找不到：没有.xlsx'],
    [['review', '--from', '说明.txt'], '没有带“疑点指纹”和“处理状态”两列的工作表'],
  ])('refuses %j', (args, message) => {
    const { status, stderr } = audit(...args);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });
});
