import { indicatorSets } from '../../subjects/indicator-sets.js';
import { listed, targetOperand } from '../../subjects/indicators.js';
import { type NamedTarget, namedTargets } from '../../subjects/named-targets.js';
import { isOneProject } from '../../subjects/same-project.js';
import type { DisclosureSubject, FormEntry } from '../../subjects/subject.js';
import { plainText } from '../../texts/plain-text.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { IndicatorSpec, TargetSpec } from '../example.js';
import { defineDocumentRule } from '../rule.js';

export const outputPromisedTwice = defineDocumentRule({
  id: 'output-promised-twice',
  version: 2,
  title: '同一项产出列在两个项目里',
  severity: 'note',
  tolerance: 'none',
  authority: guidance('绩效指标应当与本项目的资金用途相对应', '财预〔2015〕88号'),
  formula: '两个项目没有名称和数量都相同的产出（三位有效数字以上的一项，或者两项以上）',
  why: '同一批产出算在两个项目上，或者从另一个项目抄来；同一任务分两个项目出钱的，应当分清各占多少。',
  messages: { twice: '“{name}”与“{other}”列了名称和数量都相同的产出：{targets}，待核实。' },
  *check(disclosure) {
    const entries = disclosure.forms
      .flatMap((form) => form.entries)
      .filter(({ project, indicators }) => project !== null && indicators.length > 0);
    if (entries.length < 2) return yield notApplicable('不足两个项目有指标');
    const shared = sharedOutputs(entries);
    const sets = shared.length === 0 ? [] : indicatorSets(disclosure);
    const pairs = shared.filter(
      (pair) =>
        isTelling(pair, disclosure) &&
        !sets.some((set) => set.entries.includes(pair.first) && set.entries.includes(pair.second)),
    );
    if (pairs.length === 0) return yield pass;
    for (const pair of pairs) yield report(inOrderOfNames(pair));
  },
  examples: {
    passes: [
      {
        title: '数量不同',
        disclosures: [two(['整修道路面积', '9547', '平方米'], ['整修道路面积', '8210', '平方米'])],
      },
      {
        title: '一栋楼的面积，物业和供暖两笔钱',
        disclosures: [
          two(
            ['办公楼供暖面积', '9547', '平方米'],
            ['办公楼供暖面积', '9547', '平方米'],
            ['物业管理服务', '办公楼运行维护'],
          ),
        ],
      },
      {
        title: '名称只有末尾相同',
        disclosures: [
          two(
            ['社区服务中心正常运转，其中整修道路面积', '9547', '平方米'],
            ['整修道路面积', '9547', '平方米'],
          ),
        ],
      },
      { title: '整数凑巧相同', disclosures: [two(['培训人员', '200', '人'], ['培训人员', '200', '人'])] },
      {
        title: '一个项目的两个阶段',
        disclosures: [
          two(['接收数据', '12345', '条'], ['接收数据', '12345', '条'], ['2025年运维', '2026年运维']),
        ],
      },
    ],
    reports: [
      {
        title: '整修面积列在两个项目里',
        disclosures: [two(['整修道路面积', '9547', '平方米'], ['整修道路面积', '9547', '平方米'])],
        fields: ['outputs:乙/甲'],
      },
    ],
    notApplicable: [
      {
        title: '只有一个项目',
        disclosures: [{ projects: [{ name: '甲', indicators: [output('整修道路面积', '9547', '平方米')] }] }],
      },
    ],
  },
});

/** The outputs two entries share, in their order. */
interface SharedOutputs {
  first: FormEntry;
  second: FormEntry;
  outputs: [NamedTarget, NamedTarget][];
}

/** Smaller figures agree by chance. */
const SMALLEST = 50;
const SHORTEST_NAME = 4;
/** What is there and only kept up, by as many budgets as there are services: the floor of a building, the staff it houses. */
const STANDING =
  /(供暖|采暖|取暖|供热|保洁|物业|建筑|办公|占地|使用|管理|服务|服务区域|用房|楼|房屋|场地)(区域)?(建筑)?面积$|(在职|在编|编制|办公|就餐|用餐|保障|离退休|退休)(职工|人员|干部)?(人数|人员数?|数)$/;

const outputsOf = (entry: FormEntry): NamedTarget[] =>
  namedTargets(entry).filter(
    ({ indicator: { horizon, level1, parsed }, key, name, unit }) =>
      horizon === 'annual' &&
      level1 === '产出指标' &&
      (parsed.kind === 'number' || parsed.kind === 'multi') &&
      key.length >= SHORTEST_NAME &&
      !STANDING.test(name) &&
      !/^$|[%元/]/.test(unit),
  );

function sharedOutputs(entries: FormEntry[]): SharedOutputs[] {
  const byOutput = new Map<string, NamedTarget[]>();
  const shared = new Map<string, SharedOutputs>();
  const positions = new Map(entries.map((entry, index) => [entry, index]));
  for (const [index, entry] of entries.entries()) {
    for (const output of outputsOf(entry)) {
      const key = `${plainText(output.name)}|${output.value.toFixed()}|${output.unit}`;
      const known = byOutput.get(key) ?? [];
      for (const before of known) {
        if (before.entry === entry || before.entry.project === entry.project) continue;
        const pair = `${positions.get(before.entry) ?? 0}|${index}`;
        const found = shared.get(pair) ?? { first: before.entry, second: entry, outputs: [] };
        found.outputs.push([before, output]);
        shared.set(pair, found);
      }
      byOutput.set(key, [...known, output]);
    }
  }
  return [...shared.values()];
}

/** Not by chance, and not two stages or records of one project. */
function isTelling({ first, second, outputs }: SharedOutputs, disclosure: DisclosureSubject): boolean {
  const [a, b] = [first.project, second.project];
  if (!a || !b || isOneProject(a, b, disclosure)) return false;
  if (plainText(a.name).replace(/\d/g, '') === plainText(b.name).replace(/\d/g, '')) return false;
  const values = outputs.map(([{ value }]) => value);
  const exact = values.some((value) => digitsOf(value.toFixed()) >= 3 && value.gte(SMALLEST));
  return exact || (outputs.length >= 2 && values.some((value) => value.gte(SMALLEST)));
}

/** Significant digits: 4500 has two. */
const digitsOf = (figure: string): number => figure.replace(/[.]/g, '').replace(/^0+|0+$/g, '').length;

const nameOf = ({ project }: FormEntry): string => project?.name ?? '';

/** Which of the two is printed first makes no other finding. */
const inOrderOfNames = ({ first, second, outputs }: SharedOutputs): SharedOutputs =>
  nameOf(first) <= nameOf(second)
    ? { first, second, outputs }
    : { first: second, second: first, outputs: outputs.map(([before, output]) => [output, before]) };

function report({ first, second, outputs }: SharedOutputs): Verdict {
  const [name, other] = [nameOf(first), nameOf(second)];
  return fail({
    field: `outputs:${name}/${other}`,
    project: second.project,
    message: 'twice',
    parameters: {
      name,
      other,
      targets: listed(outputs.map(([, output]) => `“${output.name}”${output.printed}`)),
    },
    operands: outputs.flatMap(([before, output]) => [
      targetOperand(first, before.indicator),
      targetOperand(second, output.indicator),
    ]),
  });
}

function output(name: string, value: string, unit: string): IndicatorSpec {
  const parsed: TargetSpec = ['number', '>=', value, unit, value, unit];
  return { level1: '产出指标', level2: '数量指标', name, target: `≥${value}${unit}`, parsed };
}

type Row = [name: string, value: string, unit: string];

function two(first: Row, second: Row, [name, other]: [string, string] = ['甲', '乙']) {
  return {
    projects: [
      { name, indicators: [output(...first)] },
      { name: other, indicators: [output(...second)] },
    ],
  };
}
