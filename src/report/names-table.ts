import { STAGE_TITLES } from '../model/facts/stages.js';
import { NAME_LIKENESS_TITLES, type NameCandidate, type NameSide } from '../model/name-candidate.js';
import { type KnownPlace, NAME_KIND_TITLES, type NameDecision } from '../model/names.js';
import type { Column, Row } from './row.js';

/** Names that may be one, as a table. */
export const CANDIDATE_COLUMNS: Column[] = [
  { name: 'kind', title: '类别', whole: true, titles: NAME_KIND_TITLES },
  { name: 'region', title: '地区' },
  { name: 'region_code', title: '区划代码', whole: true },
  { name: 'department', title: '部门' },
  { name: 'year', title: '年度', whole: true },
  { name: 'stage', title: '阶段', titles: STAGE_TITLES },
  { name: 'likeness', title: '相像（%）' },
  { name: 'why', title: '像在哪里', titles: NAME_LIKENESS_TITLES },
  { name: 'name', title: '一个名称' },
  { name: 'documents', title: '文档数' },
  { name: 'document_id', title: '见于文档', whole: true, names: 'd' },
  { name: 'project_id', title: '项目', whole: true, names: 'p' },
  { name: 'other', title: '另一名称' },
  { name: 'other_documents', title: '文档数' },
  { name: 'other_document_id', title: '见于文档', whole: true, names: 'd' },
  { name: 'other_project_id', title: '项目', whole: true, names: 'p' },
];

/** A candidate as a row of `CANDIDATE_COLUMNS`. */
export const candidateRow = ({ kind, place, owner, likeness, why, a, b }: NameCandidate): Row => ({
  kind,
  region: place.region,
  region_code: place.regionCode,
  department: owner?.department ?? null,
  year: owner?.year ?? null,
  stage: owner?.stage ?? null,
  likeness: Math.round(likeness * 100),
  why,
  name: a.printed.join('、'),
  documents: a.documents,
  document_id: a.document,
  project_id: a.project?.id ?? null,
  other: b.printed.join('、'),
  other_documents: b.documents,
  other_document_id: b.document,
  other_project_id: b.project?.id ?? null,
});

/** What people decided of names, as a table. */
export const DECISION_COLUMNS: Column[] = [
  { name: 'id', title: '编号', whole: true },
  { name: 'kind', title: '类别', whole: true, titles: NAME_KIND_TITLES },
  { name: 'region', title: '地区' },
  { name: 'region_code', title: '区划代码', whole: true },
  { name: 'department', title: '部门' },
  { name: 'year', title: '年度', whole: true },
  { name: 'stage', title: '阶段', titles: STAGE_TITLES },
  { name: 'name', title: '名称' },
  { name: 'word', title: '决定', whole: true },
  { name: 'other', title: '另一名称' },
  { name: 'who', title: '谁决定的' },
  { name: 'at', title: '何时', whole: true, isMoment: true },
];

/** A decision as a row of `DECISION_COLUMNS`. */
export const decisionRow = ({ id, kind, place, owner, name, other, same, who, at }: NameDecision): Row => ({
  id,
  kind,
  region: place.region,
  region_code: place.regionCode,
  department: owner?.department ?? null,
  year: owner?.year ?? null,
  stage: owner?.stage ?? null,
  name: name.name,
  word: same ? '并入' : '不是',
  other: other.name,
  who,
  at,
});

/** `望山市石桥县` */
export const placeTitle = ({ province, city, region }: KnownPlace): string =>
  [...new Set([province, city, region])].filter((part) => part !== null).join('');

/** `2022—2024 年`; '' where no year is known. */
export const yearsTitle = ({ since, until }: Pick<NameSide, 'since' | 'until'>): string =>
  since === null ? '' : since === until ? `${since} 年` : `${since}—${until} 年`;
