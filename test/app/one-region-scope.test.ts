import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../support/run-command.js';
import { newFolder, removeFolder } from '../support/scratch-folder.js';
import { siteApp } from '../support/site-app.js';
import { smallDisclosure } from '../support/small-disclosure.js';

const FORMER = smallDisclosure({ department: '株洲市株洲县信访局', year: 2016, total: '13' });
const NEIGHBOUR = smallDisclosure({ department: '株洲市石峰区信访局', year: 2016, total: '13' });

let folder: string;
beforeAll(() => {
  folder = newFolder({ '县.txt': FORMER, '邻区.txt': NEIGHBOUR });
  expect(runCommand(folder, ['import', '县.txt', '邻区.txt']).status).toBe(0);
});
afterAll(() => removeFolder(folder));

describe('株洲县 became 渌口区; what is asked of the one', () => {
  it.each<[string, string[]]>([
    ['query', ['query', 'projects', '--columns', 'region', '--format', 'json']],
    ['search', ['search', '接访', '--format', 'json']],
    ['compare', ['compare', '--topic', '接访大厅', '--format', 'json']],
    ['trend', ['trend', '--department', '信访局', '--format', 'json']],
    ['coverage', ['coverage', '--year', '2016', '--format', 'json']],
  ])('by %s is answered with the other', (_, args) => {
    const { stdout, stderr, status } = runCommand(folder, [...args, '--region', '渌口区']);
    expect({ status, stderr, stdout }).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('株洲县'),
    });
    expect(stdout).not.toContain('石峰区');
  });

  it('in the years of a department under either name', () => {
    const later = smallDisclosure({ department: '株洲市渌口区信访局', year: 2024, total: '13' });
    const both = newFolder({ '县.txt': FORMER, '区.txt': later });
    expect(runCommand(both, ['import', '县.txt', '区.txt']).status).toBe(0);
    for (const region of ['渌口区', '株洲县', '430221', '430212']) {
      const { stdout } = runCommand(both, [
        'trend',
        '--region',
        region,
        '--department',
        '信访',
        '--format',
        'json',
      ]);
      const { editions } = JSON.parse(stdout) as { editions: { year: number }[] };
      expect([region, editions.map(({ year }) => year).sort()]).toEqual([region, [2016, 2024]]);
    }
    removeFolder(both);
  });

  it.each(['渌口区', '430212', '株洲县', '湖南省株洲市渌口区', '湖南省株洲市渌口区（430212）'])(
    'by audit --region %s is checked in the other, and only there',
    (region) => {
      const { stderr, status } = runCommand(folder, ['audit', '--region', region, '--output', '清单.txt']);
      expect({ status, stderr }).toMatchObject({
        status: 0,
        stderr: expect.stringContaining('核查文档 1，'),
      });
      expect(readFileSync(join(folder, '清单.txt'), 'utf8')).not.toContain('石峰区');
    },
  );

  it.each([
    '/documents?region=渌口区',
    '/search?view=projects&region=渌口区',
    '/search?text=接访&region=渌口区',
    '/findings?region=渌口区',
    '/coverage?region=渌口区&year=2016',
    '/trend?region=渌口区&department=信访局',
    '/compare?topic=接访大厅&region=渌口区',
    '/api/v1/projects?region=渌口区',
    '/api/v1/search?text=接访&region=渌口区',
  ])('by the page %s is answered with the other', async (address) => {
    const { app } = await siteApp({ '县.txt': FORMER, '邻区.txt': NEIGHBOUR });
    const response = await app.request(encodeURI(address));
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('株洲县');
    expect(page.replace(/placeholder="[^"]*"/g, '')).not.toContain('石峰区');
  });
});

it('says which region or department there is not', () => {
  const audit = (...args: string[]) => runCommand(folder, ['audit', ...args]);
  expect(audit('--region', '没有这个县')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('没有地区 没有这个县'),
  });
  expect(audit('--department', '海洋局')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('没有名称含 海洋局 的部门'),
  });
});
