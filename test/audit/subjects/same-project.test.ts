import { describe, expect, it } from 'vitest';
import type { ProjectSpec } from '../../../src/audit/rules/example.js';
import { runAudit } from '../../../src/audit/run/run-audit.js';
import { isOneProject } from '../../../src/audit/subjects/same-project.js';
import { subjectsOf } from '../../../src/audit/subjects/subject.js';
import type { ReadDocument } from '../../../src/model/document.js';
import { sourceOf } from '../../support/audit-source.js';
import { buildDocument } from '../../support/disclosure-builder.js';

/** Two projects of one document, the second's name cut off by the page where `clipped`. */
function pairOf(first: ProjectSpec, second: ProjectSpec, clipped = false): ReadDocument {
  const document = buildDocument({ projects: [first, second] });
  const place = document.disclosures[0]?.projects[1]?.evidence.name?.place;
  if (clipped && place) document.diagnostics = [{ code: 'clipped-text', message: '文字没有显示完', place }];
  return document;
}

const areOne = (document: ReadDocument): boolean => {
  const [subject] = subjectsOf(document);
  const [a, b] = subject?.disclosure.projects ?? [];
  return subject !== undefined && a !== undefined && b !== undefined && isOneProject(a, b, subject);
};

describe('isOneProject', () => {
  it.each<[what: string, first: ProjectSpec, second: ProjectSpec, clipped: boolean, expected: boolean]>([
    ['a name cut off', { name: '城乡道路养护与绿化工程' }, { name: '城乡道路养护' }, true, true],
    [
      'a beginning with the same amount',
      { name: '城乡道路养护与绿化工程', amount: '5' },
      { name: '城乡道路养护', amount: '5' },
      false,
      true,
    ],
    [
      'a beginning that is a name',
      { name: '城乡道路养护与绿化工程', amount: '5' },
      { name: '城乡道路养护', amount: '3' },
      false,
      false,
    ],
    ['other names', { name: '城乡道路养护' }, { name: '桥梁维修加固' }, true, false],
    [
      'other codes',
      { name: '城乡道路养护', code: '99010223P00010010001A' },
      { name: '城乡道路养护二期', code: '99010223P00010010002B' },
      true,
      false,
    ],
    ['a short beginning', { name: '宣传经费', amount: '5' }, { name: '宣传', amount: '5' }, false, false],
  ])('%s', (_, first, second, clipped, expected) => {
    expect(areOne(pairOf(first, second, clipped))).toBe(expected);
  });
});

const GOAL = '组织辖区的社区、企事业单位积极开展社会治安综合治理和平安创建活动，使治安秩序良好。';
const found = async (document: ReadDocument, rule: string) =>
  (await runAudit(sourceOf([document]), { rules: [rule] })).findings.map(({ verdict }) => verdict);

describe('a project read twice', () => {
  const whole: ProjectSpec = { name: '平安社区创建与宣传工程', annualGoal: GOAL };
  const cut: ProjectSpec = { name: '平安社区创建', annualGoal: GOAL };

  it('has not copied its goal from itself', async () => {
    expect(await found(pairOf(whole, cut, true), 'text-copied-between-projects')).toEqual([]);
    expect(await found(pairOf(whole, cut), 'text-copied-between-projects')).toEqual(['fail']);
  });

  it('does not share its code with another one', async () => {
    const code = '99010223P00010010001A';
    const [a, b] = [whole, cut].map((project) => ({ ...project, code }));
    if (!a || !b) throw new Error('缺项目');
    expect(await found(pairOf(a, b, true), 'project-code-duplicate')).toEqual([]);
    expect(await found(pairOf(a, { ...b, name: '公园长椅更新' }), 'project-code-duplicate')).toEqual([
      'fail',
    ]);
  });
});
