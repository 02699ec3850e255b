import { expect, it } from 'vitest';
import { compareProjects, findByTopic } from '../../src/compare/compare-projects.js';
import type { ProjectRow } from '../../src/model/comparison.js';
import { projectRow } from '../support/comparison-rows.js';

const at = (region: string, regionCode: string, city: string): ProjectRow =>
  projectRow({ project: '公路养护经费', region, regionCode, city, documentId: Number(regionCode) });

it.each<[string, ProjectRow[], string[]]>([
  [
    'two places of one name are two',
    [at('甲区', '990302', '临川市'), at('甲区', '990402', '双河市')],
    ['临川市甲区', '双河市甲区'],
  ],
  ['two places are two', [at('甲区', '990302', '临川市'), at('乙区', '990303', '临川市')], ['甲区', '乙区']],
  [
    'a place under its name of another year is one',
    [at('甲县', '430221', '临川市'), at('甲区', '430212', '临川市')],
    ['甲区'],
  ],
])('%s', (_, rows, places) => {
  expect(compareProjects(findByTopic('公路养护', rows), [], []).regions).toEqual(places);
});
