import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ROLES } from '../../../normalizers/recognize/words/roles.js';
import {
  axisOfGroup,
  budgetOf,
  fieldOf,
  gluedLabelOf,
  KNOWN_LABELS,
  labelOfRole,
  labelText,
  level1Of,
  level2Of,
  rolesOf,
  scopeOf,
} from '../../../normalizers/recognize/words/vocabulary.js';

const FOLDER = new URL('../../../data/vocabulary/', import.meta.url);
const files = readdirSync(FOLDER);
const parse = (name: string): unknown => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));

/** Every list of strings in a label file, with where it stands. */
function listsOf(value: unknown, path = ''): [path: string, list: string[]][] {
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => listsOf(each, `${path}/${key}`));
}

describe('label files', () => {
  it('are three', () => {
    expect(files.sort()).toEqual(['budget-labels.json', 'levels.json', 'roles.json']);
  });

  it.each(files)('%s names no label twice in one list, and none that is blank or has spaces', (name) => {
    const lists = listsOf(parse(name));
    expect(lists.length).toBeGreaterThan(0);
    for (const [path, list] of lists) {
      expect(new Set(list).size, path).toBe(list.length);
      for (const label of list) expect(label, path).toMatch(/^\S+$/);
    }
  });

  it.each([
    ['budget-labels.json', 'labels', 'labels'],
    ['levels.json', 'level1', 'aliases'],
    ['levels.json', 'level2', 'aliases'],
  ])('%s: a label of %s stands under one entry only', (name, section, key) => {
    const entries = (parse(name) as Record<string, Record<string, string[]>[]>)[section] ?? [];
    const labels = entries.flatMap((entry) => entry[key] ?? []);
    expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([]);
  });

  it('give a label one role beside a value, and name it once in a role', () => {
    const { roles } = parse('roles.json') as { roles: Record<string, string[]>[] };
    const twice = (labels: string[]) => labels.filter((label, i) => labels.indexOf(label) !== i);
    expect(twice(roles.flatMap(({ both = [], beside = [] }) => [...both, ...beside]))).toEqual([]);
    expect(
      roles.flatMap(({ both = [], beside = [], above = [] }) => twice([...both, ...beside, ...above])),
    ).toEqual([]);
  });

  it('name every role once, and none without labels', () => {
    const { roles } = parse('roles.json') as { roles: { role: string; [list: string]: unknown }[] };
    expect(roles.map(({ role }) => role).sort()).toEqual([...ROLES].sort());
    for (const entry of roles) expect(listsOf(entry), entry.role).not.toEqual([]);
  });

  it('know their labels without brackets and full-width signs', () => {
    for (const name of ['roles.json', 'budget-labels.json']) {
      for (const [path, list] of listsOf(parse(name))) {
        if (/scopes/.test(path)) continue;
        for (const label of list) expect(label, path).not.toMatch(/[（）()：:【】]/);
      }
    }
  });
});

describe('levels', () => {
  it.each([
    ['满意 度 指 标', '满意度指标'],
    ['产出指标（50分）', '产出指标'],
    ['产出指标(50分', '产出指标'],
    ['效果指标', '效益指标'],
    ['1.产出指标', '产出指标'],
    ['项目效益', '效益指标'],
    ['成本', '成本指标'],
  ])('level 1 of %s is %s', (text, name) => expect(level1Of(text)).toBe(name));

  it.each([
    ['可持续影响  指标', '可持续影响指标', '效益指标'],
    ['社会公众及服务对象满意度指标', '服务对象满意度指标', '满意度指标'],
    ['服务对 象 满 意 度 指 标', '服务对象满意度指标', '满意度指标'],
    ['产出数量指标', '数量指标', '产出指标'],
    ['进度指标', '时效指标', '产出指标'],
    ['环境效益指标', '生态效益指标', '效益指标'],
    ['时效指标（必填）', '时效指标', '产出指标'],
    ['服务对象满意度指标等', '服务对象满意度指标', '满意度指标'],
    ['生态环境成本', '生态环境成本指标', '成本指标'],
  ])('level 2 of %s is %s under %s', (text, name, level1) =>
    expect(level2Of(text)).toEqual({ name, level1 }),
  );

  it.each(['培训人数', '指标', '', '群众满意度提升情况表'])('%j is no level', (text) => {
    expect([level1Of(text), level2Of(text)]).toEqual([undefined, undefined]);
  });
});

describe('labels', () => {
  it.each([
    ['单位（项目）名称', '单位项目名称'],
    ['部门（单位）名称', '部门单位名称'],
    ['项目资金（万元）', '项目资金'],
  ])('%s is known as %s', (text, core) => expect(labelText(text).core).toBe(core));

  it('have fields, roles and axes', () => {
    expect(fieldOf('项目实施期')?.field).toBe('project.period');
    expect(rolesOf('单位')).toEqual(expect.arrayContaining(['indicator.unit', 'agency.name']));
    expect(budgetOf('一般公共预算拨款')).toMatchObject({ axis: 'revenue', horizon: 'annual', weak: false });
    expect(budgetOf('项目总投资')).toMatchObject({ axis: 'total', horizon: 'period' });
    expect(axisOfGroup('按支出性质分')).toBe('expenditure');
  });

  it.each([
    ['项目名称', 'project.name', ['project.name']],
    ['项目用途', 'project.purpose', ['project.purpose']],
    ['项目单位名称', 'agency.name', ['project.name']],
    ['主要内容', 'project.purpose', ['project.purpose', 'work.content']],
    ['指标值', undefined, ['indicator.target']],
    ['部门职责概述', 'text.duties', []],
    ['绩效总目标', 'goal.annual', ['goal.annual']],
    ['项目绩效总目标', 'goal.period', ['goal.annual']],
    ['部门年度目标', 'goal.annual', []],
  ])('%s is %j beside a value and %j above a column', (label, field, roles) => {
    expect(fieldOf(label)?.field).toBe(field);
    expect(rolesOf(label)).toEqual(roles);
  });

  it('name a role in messages', () => {
    expect((['project.name', 'indicator.name', 'budget'] as const).map((role) => labelOfRole(role))).toEqual([
      '项目名称',
      '三级指标',
      '金额',
    ]);
  });

  it('have a scope in their brackets, also where the bracket is cut off', () => {
    expect([['含本级和市县'], ['含本级'], ['含本级和市'], ['万元'], []].map(scopeOf)).toEqual([
      'all-levels',
      'own',
      'all-levels',
      undefined,
      undefined,
    ]);
  });

  it('have a Chinese character each: figures are not looked up', () => {
    expect(KNOWN_LABELS.filter((label) => !/[\u4e00-\u9fff]/.test(label))).toEqual([]);
    expect(labelText('1,234.50')).toEqual({ core: '1,234.50', qualifiers: [], ofWhich: false });
  });

  it('are found glued to their text, the longest first', () => {
    expect(gluedLabelOf('年度总体绩效目标修缮三所')).toBe('年度总体绩效目标');
    expect(gluedLabelOf('完成年度绩效目标')).toBeUndefined();
  });
});
