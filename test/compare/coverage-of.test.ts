import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../src/compare/coverage/coverage-of.js';
import type { FormRow, SeenDepartment } from '../../src/model/coverage.js';
import { county, projectRow, wan } from '../support/comparison-rows.js';
import { statementRowsOf } from '../support/statement-rows.js';

const form = (given: Partial<FormRow>): FormRow => {
  const { id: _, project: __, ...subject } = projectRow({ project: '' });
  return {
    ...subject,
    kind: 'department',
    state: 'filled',
    forms: 1,
    statements: 0,
    projects: 0,
    withoutForm: 0,
    formFen: 0,
    ...given,
  };
};
const seen = (place: number, departmentKey: string, year = 2024): SeenDepartment => {
  const { region = null, regionCode = null } = county(place);
  return { region, regionCode, departmentKey, year };
};

describe('coverageOf', () => {
  const forms = [
    form({ ...county(1), departmentKey: '政法委', projects: 6, withoutForm: 2 }),
    form({
      ...county(1),
      departmentKey: '政法委',
      kind: 'project',
      forms: 4,
      projects: 6,
      withoutForm: 2,
    }),
    form({ ...county(1), departmentKey: '信访局' }),
    form({ ...county(1), departmentKey: '信访局', kind: 'project', state: 'template' }),
    form({ ...county(2), departmentKey: '政法委' }),
    form({ ...county(2), departmentKey: '政法委', kind: 'project-list' }),
  ];
  const reference = [
    seen(1, '政法委'),
    seen(2, '政法委'),
    seen(1, '信访局'),
    seen(2, '信访局', 2022),
    seen(3, '气象局'),
    seen(4, '气象局'),
    seen(3, '运河办'),
  ];
  const listed = [1, 2, 3].map((n) => ({ code: String(990_120 + n), name: `第${n}县`, city: '临川市' }));
  const coverage = coverageOf(
    { region: '临川市', regionCode: '990100', year: 2024, listed },
    forms,
    reference,
  );

  it('counts filled forms by kind, blank ones apart, and projects without a form', () => {
    const [first] = coverage.places;
    expect(
      first?.departments.map(({ key, forms: of, templates, withoutForm }) => [
        key,
        of,
        templates,
        withoutForm,
      ]),
    ).toEqual([
      ['信访局', { department: 1 }, 1, 0],
      ['政法委', { department: 1, project: 4 }, 0, 2],
    ]);
  });

  it('counts departments with statements and without forms; they do not decide what is usual', () => {
    const pack = (departmentKey: string): FormRow =>
      form({ ...county(1), departmentKey, kind: null, forms: 0, statements: 9 });
    const { places, withoutForms } = coverageOf(
      { region: '临川市', regionCode: '990100', year: 2024, listed },
      [form({ ...county(1), statements: 8 }), pack('信访局'), pack('气象局')],
      [],
    );
    expect(withoutForms).toBe(2);
    expect(
      places[0]?.departments.map((each) => [each.key, each.statements, each.onlyStatements, each.lacking]),
    ).toEqual([
      ['信访局', 9, true, ['department']],
      ['政法委', 8, false, []],
      ['气象局', 9, true, ['department']],
    ]);
  });

  it('lays what projects with a form cost beside the project spending of the same stage', () => {
    const spending = statementRowsOf({
      kind: 'expenditure',
      columns: [['项目支出', 'project']],
      rows: [['合计', 40]],
    });
    const rows = [
      form({ documentId: 2, formFen: wan(6) }),
      form({ documentId: 3, formFen: wan(4) }),
      form({ documentId: 2, stage: 'self-evaluation', formFen: wan(50) }),
      form({ ...county(1), formFen: wan(5) }),
    ];
    const { places } = coverageOf(
      { region: '临川市', regionCode: '990100', year: 2024, listed },
      rows,
      [],
      spending,
    );
    expect(places.map(({ departments }) => departments.map((each) => each.spending))).toEqual([
      [{ fen: wan(40), coveredFen: wan(10) }],
      [null],
    ]);
  });

  it('misses kinds of form that most departments publish, whatever the layout', () => {
    expect(coverage.places.flatMap(({ departments }) => departments.map(({ lacking }) => lacking))).toEqual([
      ['project'],
      [],
      [],
    ]);
  });

  it('misses departments of its own other years, and those of two other places', () => {
    expect(coverage.places.map(({ missing }) => missing)).toEqual([
      [{ key: '气象局', places: 2, otherYears: [] }],
      [
        { key: '信访局', places: 1, otherYears: [2022] },
        { key: '气象局', places: 2, otherYears: [] },
      ],
    ]);
  });

  it('misses places of the official list', () => {
    expect(coverage.counts.missingPlaces.map(({ name }) => name)).toEqual(['第3县']);
    expect(coverage.counts.listed).toBe(3);
  });
});
