import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../support/run-command.js';
import { newFolder, removeFolder } from '../support/scratch-folder.js';
import { smallDisclosure } from '../support/small-disclosure.js';

let folder: string;
beforeAll(() => {
  folder = newFolder({
    '石峰/2023.txt': smallDisclosure({ rows: ['信访工作经费', '下访巡访'] }),
    '石峰/2024.txt': smallDisclosure({
      year: 2024,
      rows: ['信访专项经费', '接访大厅改造'],
      amounts: ['9', '5'],
      total: '14',
    }),
    '荷塘/2024.txt': smallDisclosure({
      year: 2024,
      department: '株洲市荷塘区信访局',
      rows: ['信访业务经费', '积案化解'],
    }),
  });
  expect(runCommand(folder, ['import', '石峰', '荷塘']).status).toBe(0);
});
afterAll(() => removeFolder(folder));

describe('compare', () => {
  it('puts counties side by side', () => {
    const { status, stdout } = runCommand(folder, ['compare', '--topic', '信访工作']);
    expect(status).toBe(0);
    expect(stdout).toContain('2 个地区，2023—2024 年，项目 3');
    expect(stdout).toMatch(/荷塘区 +2024 +信访局 +信访业务经费 +7\.00/);
  });

  it('starts from a project', () => {
    const [row] = JSON.parse(
      runCommand(folder, ['query', 'projects', '--project', '信访专项', '--format', 'json']).stdout,
    );
    const found = JSON.parse(
      runCommand(folder, ['compare', '--project', `p${row.id}`, '--format', 'json']).stdout,
    );
    expect(found.groups).toHaveLength(1);
    expect(found.groups[0].projects).toHaveLength(3);
  });

  it('writes csv and svg', () => {
    expect(runCommand(folder, ['compare', '--topic', '信访', '--format', 'csv']).stdout).toContain(
      '类别,组,归组依据',
    );
    expect(runCommand(folder, ['compare', '--topic', '信访', '--format', 'svg']).stdout).toMatch(
      /^<svg [^>]*>/,
    );
  });

  it('says when there is nothing, one place only, or nothing asked', () => {
    expect(runCommand(folder, ['compare', '--topic', '森林防火'])).toMatchObject({ status: 0, stdout: '' });
    expect(runCommand(folder, ['compare', '--topic', '下访巡访']).stderr).toContain('只有一个地区有');
    expect(runCommand(folder, ['compare']).status).toBe(2);
    expect(runCommand(folder, ['compare', '--topic', '访']).status).toBe(2);
    expect(runCommand(folder, ['compare', '--project', 'x']).status).toBe(2);
  });
});

describe('trend', () => {
  it('tells what changed from year to year', () => {
    const { status, stdout } = runCommand(folder, ['trend', '--region', '石峰区', '--department', '信访局']);
    expect(status).toBe(0);
    expect(stdout).toContain('2023 → 2024');
    expect(stdout).toMatch(/项目变化 +信访专项经费 +金额（原 信访工作经费） +7 +9 +\+2\.00/);
    expect(stdout).toMatch(/项目新增 +接访大厅改造/);
    expect(stdout).toMatch(/项目不再出现 +下访巡访/);
  });

  it('says when there is one year only, and which department is meant', () => {
    const one = runCommand(folder, ['trend', '--region', '荷塘区', '--department', '信访局']);
    expect(one.stderr).toContain('只有 2024 年一个年度');
    expect(one.status).toBe(0);
    const none = runCommand(folder, ['trend', '--region', '石峰区', '--department', '水利局']);
    expect(none).toMatchObject({ status: 2 });
    const several = runCommand(folder, ['trend', '--region', '株洲市', '--department', '信访局']);
    expect(several.stderr).toContain('可能指地区：');
    expect(several.status).toBe(2);
  });
});

describe('coverage', () => {
  it('lists departments with their forms, and counties without any', () => {
    const { status, stdout, stderr } = runCommand(folder, ['coverage', '--region', '株洲市']);
    expect(status).toBe(0);
    expect(stderr).toContain('取最近的 2024 年');
    expect(stdout).toContain('9 个县级地区中 2 个库中有公开');
    expect(stdout).toMatch(/信访局 +项目汇总表 +2/);
    expect(stdout).toContain('芦淞区');
    expect(stdout).not.toMatch(/没有公开内容的县级地区[\s\S]*荷塘区/);
  });

  it('says which years there are instead', () => {
    const { stderr, stdout } = runCommand(folder, ['coverage', '--region', '石峰区', '--year', '2020']);
    expect(stderr).toContain('有的年度：2023、2024');
    expect(stdout).toBe('');
    expect(runCommand(folder, ['coverage']).status).toBe(2);
  });
});
