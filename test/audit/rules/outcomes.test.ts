import { describe, expect, it } from 'vitest';
import type {
  DisclosureSpec,
  IndicatorSpec,
  ProjectSpec,
  TargetSpec,
} from '../../../src/audit/rules/example.js';
import { RULES } from '../../../src/audit/run/rules.js';
import { runAudit } from '../../../src/audit/run/run-audit.js';
import { sourceOf } from '../../support/audit-source.js';
import { buildDocument } from '../../support/disclosure-builder.js';

const figures = (value: string, operator: '>=' | '<=' | null = '>=', unit = '次'): TargetSpec => [
  unit === '%' ? 'percent' : 'number',
  operator,
  value,
  unit,
  value,
  unit,
];

const least = (name: string, value: string, more: Partial<IndicatorSpec> = {}): IndicatorSpec => ({
  level1: '产出指标',
  level2: '数量指标',
  name,
  target: `≥${value}次`,
  parsed: figures(value),
  ...more,
});

const paper = (
  indicators: IndicatorSpec[],
  { name = '河道巡查', ...project }: Partial<ProjectSpec> = {},
  disclosure: DisclosureSpec = {},
): DisclosureSpec => ({ projects: [{ name, amount: '20', indicators, ...project }], ...disclosure });

const report = (
  indicators: IndicatorSpec[],
  project: Partial<ProjectSpec> = {},
  disclosure: DisclosureSpec = {},
) =>
  paper(
    indicators,
    { kind: 'project-self-evaluation', ...project },
    { stage: 'self-evaluation', ...disclosure },
  );

const OUTCOMES = RULES.filter(({ id }) =>
  [
    'target-changed-in-report',
    'indicator-dropped-in-report',
    'budget-differs-in-report',
    'bar-lowered',
    'never-reported',
  ].includes(id),
);

/** What the rules over stages and years find, as `rule verdict`. */
async function found(...disclosures: DisclosureSpec[]): Promise<string[]> {
  const documents = disclosures.map((spec, index) => buildDocument(spec, `${index}.docx`));
  const { findings } = await runAudit(sourceOf(documents), {}, OUTCOMES);
  return findings.map(({ rule, verdict }) => `${rule} ${verdict}`);
}

describe('rules over promise and result stay silent', () => {
  it.each<[string, DisclosureSpec[]]>([
    [
      'a project of another department',
      [paper([least('巡查', '9')]), report([least('巡查', '3')], {}, { department: '另一局' })],
    ],
    [
      'a project of another county',
      [
        paper([least('巡查', '9')]),
        report([least('巡查', '3')], {}, { region: { code: '990199', name: '乙区' } }),
      ],
    ],
    ['another year', [paper([least('巡查', '9')], {}, { year: 2021 }), report([least('巡查', '3')])]],
    [
      'another phase',
      [paper([least('巡查', '9')], { name: '巡查一期' }), report([least('巡查', '3')], { name: '巡查二期' })],
    ],
    [
      'another agency',
      [paper([least('巡查', '9')], { agency: '一所' }), report([least('巡查', '3')], { agency: '二所' })],
    ],
    [
      'one of two projects of a name',
      [
        {
          projects: [paper([least('巡查', '9')]), paper([least('巡查', '5')])].flatMap(
            ({ projects }) => projects ?? [],
          ),
        },
        report([least('巡查', '3')]),
      ],
    ],
    [
      'one of two indicators of a name',
      [paper([least('巡查', '9'), least('巡查', '5', { target: '≥5次' })]), report([least('巡查', '3')])],
    ],
    ['another level', [paper([least('巡查', '9')]), report([least('巡查', '3', { level2: '质量指标' })])]],
    [
      'another measure',
      [
        paper([least('巡查', '9')]),
        report([least('巡查', '3', { target: '≥3公里', parsed: figures('3', '>=', '公里') })]),
      ],
    ],
    [
      'words for a figure',
      [paper([least('巡查', '9')]), report([least('巡查', '3', { target: '完成', parsed: undefined })])],
    ],
    [
      'the same figure without its sign',
      [
        paper([least('巡查', '9')]),
        report([least('巡查', '9', { target: '9次', parsed: figures('9', null) })]),
      ],
    ],
    [
      'an amount that is only rounded',
      [
        paper([], { amount: '20.12' }),
        report([], { execution: { initial: '20.1', budget: '20.1', spent: '20.1' } }),
      ],
    ],
    [
      'a renamed project',
      [
        paper([least('巡查', '9')], { name: '河道巡查' }),
        report([least('巡查', '3')], { name: '河道巡查管护' }),
      ],
    ],
    [
      'a report of a few indicators of another kind',
      [
        paper([least('甲', '1'), least('乙', '2'), least('丙', '3'), least('丁', '4')]),
        report([least('甲', '1'), least('预算执行率', '90')]),
      ],
    ],
    [
      'a bar lowered two years later',
      [
        report(
          [least('巡查', '9', { actual: '30次', actualParsed: figures('30', null) })],
          {},
          { year: 2021 },
        ),
        paper([least('巡查', '9')]),
      ],
    ],
  ])('about %s', async (_, disclosures) => {
    expect(await found(...disclosures)).toEqual([]);
  });
});

describe('rules over promise and result', () => {
  it('take the opposite sign for another target', async () => {
    const less = least('投诉', '9', { target: '≤9次', parsed: figures('9', '<=') });
    expect(await found(paper([less]), report([least('投诉', '9')]))).toEqual([
      'target-changed-in-report fail',
    ]);
  });

  it('ask a person where the budget was adjusted meanwhile', async () => {
    const execution = { initial: '20', budget: '15', spent: '15' };
    expect(await found(paper([least('巡查', '9')]), report([least('巡查', '6')], { execution }))).toEqual([
      'target-changed-in-report review',
    ]);
  });

  it('know a project by its code under another name', async () => {
    const code = '9901022023001';
    expect(
      await found(
        paper([least('巡查', '9')], { code }),
        report([least('巡查', '6')], { code, name: '河道巡查管护' }),
      ),
    ).toEqual(['target-changed-in-report fail']);
  });

  it.each<['>=' | '<=', string, string]>([
    ['>=', '30', '9'],
    ['<=', '9', '30'],
  ])('tell a lowered bar in words that hold for %s', async (operator, reached, next) => {
    const of = (value: string) => least('投诉', value, { parsed: figures(value, operator) });
    const before = { ...of('9'), actual: `${reached}次`, actualParsed: figures(reached, null) };
    const documents = [report([before], {}, { year: 2022 }), paper([of(next)])];
    const { findings } = await runAudit(
      sourceOf(documents.map((spec, index) => buildDocument(spec, `${index}.docx`))),
      {},
      OUTCOMES,
    );
    const told = findings.filter(({ rule }) => rule === 'bar-lowered').map(({ message }) => message);
    expect(told).toEqual([expect.stringContaining('比2022年的实际完成值放宽两成以上')]);
  });

  it('do not mind which of two documents comes first', async () => {
    const [promise, said] = [paper([least('巡查', '9')]), report([least('巡查', '6')])];
    expect(await found(said, promise)).toEqual(await found(promise, said));
  });
});
