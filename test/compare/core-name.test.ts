import { describe, expect, it } from 'vitest';
import { coreIndicator, coreName, kernelName, printedForms } from '../../src/compare/core-name.js';

describe('coreName', () => {
  it.each([
    ['铁路护路联防专项经费', '铁路护路联防'],
    ['2024年铁路护路经费（县级）', '铁路护路'],
    ['2025-2026年信息化运维项目', '信息化运维'],
    ['信息系统运行维护费', '信息化运维'],
    ['综合治理工作经费', '综治'],
  ])('%s is about %s', (name, core) => {
    expect(coreName(name)).toBe(core);
  });

  it('leaves out the place and the department', () => {
    const places = { region: '云溪区', city: '临川市', department: '临川市信访局' };
    expect(coreName('临川市信访局信访宣传经费', places)).toBe('信访宣传');
    expect(coreName('云溪护路经费', places)).toBe('护路');
  });

  it('keeps a name that is nothing but common words', () => {
    expect(coreName('专项经费')).toBe('经费');
    expect(coreName('（其他）')).toBe('其他');
  });
});

describe('kernelName', () => {
  it('drops words that say how rather than what', () => {
    expect(kernelName('见义勇为人员奖励')).toBe('见义勇为');
    expect(kernelName('管理')).toBe('管理');
  });
});

describe('printedForms', () => {
  it('gives every word a core may stand for', () => {
    expect(printedForms('综治')).toEqual(['综治', '综合治理']);
    expect(printedForms('护路')).toEqual(['护路']);
  });
});

describe('coreIndicator', () => {
  it('has one core for one count in several words', () => {
    expect(coreIndicator('培训人次')).toBe(coreIndicator('参训人数'));
    expect(coreIndicator('培训人数')).not.toBe(coreIndicator('培训次数'));
  });
});
