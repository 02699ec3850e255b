import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { describeForms } from '../../scripts/kit/form/describe-forms.js';
import { addLabel } from '../../scripts/kit/form/label-files.js';
import { House } from '../../scripts/kit/house.js';
import { newForm } from '../../scripts/new-form.js';
import { scratchFolder } from '../support/scratch-folder.js';

const row = (...cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

/** A project's form whose labels for 主管部门 and 指标值 can be other words. */
const page = ({ department = '主管部门', target = '指标值', beside = '' } = {}): string => `
<h2>2025年项目支出绩效目标表</h2><table>
${row('项目名称', '苗圃灌溉管护经费')}${row(department, '民乐县林业和草原局')}${row('资金总额（万元）', '36.00')}
${row('年度目标', `完成苗圃两轮灌溉，苗木成活率保持稳定。${beside}`)}
${row('一级指标', '二级指标', '三级指标', target)}${row('产出指标', '数量指标', '灌溉苗圃面积', '≥320亩')}
</table>`;

let house: House;
const file = (text: string): string => join(scratchFolder({ 'a.html': text }), 'a.html');

beforeEach(() => {
  house = new House(scratchFolder());
  for (const part of ['data', 'samples/README.md']) cpSync(part, join(house.root, part), { recursive: true });
});

describe('newForm', () => {
  it.each([
    [{ department: '业务牵头主管部门全名' }, '业务牵头主管部门全名=department.name'],
    [{ target: '预计达到的目标值' }, '预计达到的目标值=indicator.target'],
    [{ target: '拟定之目标值' }, '拟定之目标值=indicator.target'],
  ])('says which label of %j is unknown and what it probably is', async (words, label) => {
    await expect(newForm(house, 'gansu-minle', file(page(words)), [])).rejects.toThrow(
      new RegExp(`还没有读全[^]*npm run new:form .* ${label}$`),
    );
  });

  it.each([
    ['Gansu', {}, [], '用法：'],
    ['gansu-minle', { beside: '联系电话 13900001111' }, [], '不得有电话'],
    ['gansu-minle', {}, ['全名=department.nme'], '没有角色 department.nme；可用：department.name、'],
    ['gansu-minle', {}, ['主管部门=department.name'], '已有“主管部门”'],
  ])('refuses %s with %j and %j', async (name, words, labels, message) => {
    await expect(newForm(house, name, file(page(words)), labels)).rejects.toThrow(message);
  });

  it('leaves nothing behind when it is taken back', async () => {
    const before = house.read('data/vocabulary/roles.json');
    await expect(newForm(house, 'gansu-minle', file('<p>无表</p>'), ['全名=agency.name'])).rejects.toThrow();
    expect(house.read('data/vocabulary/roles.json')).not.toBe(before);
    house.undo();
    expect(house.read('data/vocabulary/roles.json')).toBe(before);
    expect(house.read('samples/gansu-minle.html')).toBeUndefined();
  });
});

describe('addLabel', () => {
  it.each([
    ['业务主管部门全名', 'department.name', 'roles.json', 'both'],
    ['部门申报目标值', 'indicator.target', 'roles.json', 'above'],
    ['年度预算总盘子', 'budget.total', 'budget-labels.json', 'labels'],
  ])('puts %s of %s beside its likest', (label, role, name, list) => {
    const path = `data/vocabulary/${name}`;
    const before = JSON.parse(house.read(path) ?? '');
    addLabel(house, label, role);
    const after = house.read(path) ?? '';
    expect(after).toMatch(new RegExp(`"${list}": \\[[^\\]]*"${label}"\\s*\\]`));
    expect(JSON.parse(after.replace(new RegExp(`,\\s*"${label}"`), ''))).toEqual(before);
  });
});

describe('describeForms', () => {
  const described = (text: string) =>
    describeForms(house, {
      bytes: Buffer.from(text),
      path: 'a.html',
      name: 'gansu-minle',
      seen: '甘肃民乐 2025',
    });

  it('notes the place with a layout that is known', async () => {
    await described(page());
    expect(house.touched).toHaveLength(1);
    expect(JSON.parse(house.read(house.touched[0] ?? '') ?? '').seen.at(-1)).toBe('甘肃民乐 2025');
  });

  it('drafts a description of one that is not', async () => {
    const columns =
      row('指标名称', '指标值', '计量单位', '评分标准') + row('灌溉苗圃面积', '320', '亩', '按比例');
    const titles = await described(page().replace(/<tr><td>一级指标.*<\/tr>/s, columns));
    expect(titles).toEqual([expect.stringMatching(/^草稿：/)]);
    expect(house.touched).toEqual(['data/forms/gansu-minle.json']);
    const { kind, has, lacks, seen } = JSON.parse(house.read('data/forms/gansu-minle.json') ?? '');
    expect({ kind, seen }).toEqual({ kind: 'project', seen: ['甘肃民乐 2025'] });
    expect(has).toEqual(expect.arrayContaining(['no-levels', 'unit-column']));
    expect(lacks).toEqual(expect.arrayContaining(['levels', 'weight-column']));
  });
});
