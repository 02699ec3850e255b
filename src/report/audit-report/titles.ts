import type { AuditedDisclosure } from '../../model/audited-disclosure.js';

type Subject = Pick<AuditedDisclosure, 'region' | 'year' | 'stage' | 'department'>;

/** `湖南省株洲市石峰区`; 地区未定 where it could not be inferred. */
export const regionTitle = ({ region }: Pick<Subject, 'region'>): string =>
  region === null
    ? '地区未定'
    : [...new Set([region.province, region.city, region.name])].filter((part) => part !== null).join('');

export const departmentTitle = ({ department }: Pick<Subject, 'department'>): string =>
  department ?? '部门未定';

export const yearTitle = ({ year }: Pick<Subject, 'year'>): string =>
  year === null ? '年度未定' : `${year} 年`;

/** What every output says of its findings before it lists them. */
export const CAUTION =
  '所列均为待核实线索，不是结论：只说明公开的文件中印了什么、与什么对不上。引用之前请逐条对照原文；公开单位可能另有说明。';
