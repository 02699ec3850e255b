import {
  type CyclePaper,
  cyclePapers,
  type PaperProject,
  sameProjectIn,
} from '../../subjects/cycle-papers.js';
import { CycleRecords, type PaperRecord } from '../../subjects/cycle-records.js';
import { listed } from '../../subjects/indicators.js';
import { similarity } from '../../texts/similarity.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import { defineDepartmentRule, type SubjectIdentity } from '../rule.js';

/** Names this alike may be one project under another name. */
const MAY_BE_ONE = 0.4;
/** Fewer projects with a self-evaluation say nothing of the others. */
const FEWEST_REPORTED = 2;

export const neverReported = defineDepartmentRule<CyclePaper>({
  id: 'never-reported',
  version: 1,
  title: '有目标而没有自评的项目',
  severity: 'note',
  tolerance: 'none',
  authority: guidance('预算执行结束后，部门应当对全部项目开展绩效自评并公开', '财预〔2020〕10号'),
  formula: '同一部门同一年度：公开了其他项目的自评，每个有绩效目标的项目也有',
  why: '部门公开了别的项目的自评，唯独没有这些项目的，承诺做到没有无从知道；也可能已并入别的项目、年中取消，或在另一份文件里。',
  messages: {
    missing: '{year}年有绩效目标的{of}个项目中，{reported}个有自评，{count}个没有：{names}，待核实。',
  },
  collect: cyclePapers,
  seriesOf: ({ series }) => series,
  *check(records) {
    const papers = new CycleRecords(records);
    for (const { subject, value } of records) {
      if (value.stage !== 'budget') continue;
      yield { subject, verdict: judge(value, papers.of(value, value.year, 'self-evaluation')) };
    }
  },
  examples: {
    passes: [
      { title: '各项目都有自评', disclosures: [promised(), reported(['河道巡查', '节水宣传', '水质监测'])] },
      {
        title: '改了名称',
        disclosures: [promised(), reported(['河道巡查', '节水宣传', '水质监测设备运维'])],
      },
    ],
    reports: [
      {
        title: '一个项目没有自评',
        disclosures: [promised(), reported(['河道巡查', '节水宣传'])],
        fields: ['projects'],
      },
    ],
    notApplicable: [
      { title: '该年度没有自评', disclosures: [promised()] },
      { title: '只有一个项目的自评', disclosures: [promised(), reported(['河道巡查'])] },
    ],
  },
});

function judge(paper: CyclePaper, reports: readonly PaperRecord<SubjectIdentity>[]): Verdict {
  if (reports.length === 0) return notApplicable('没有该年度的自评');
  const promised = paper.projects.filter(({ indicators }) => indicators.length > 0);
  const all = reports.flatMap(({ value }) => value.projects);
  const missing = promised.filter((each) => !reports.some(({ value }) => sameProjectIn(value, each)));
  const found = promised.length - missing.length;
  if (found < FEWEST_REPORTED) return notApplicable('公开自评的项目太少');
  const gone = missing.filter((each) => !all.some((other) => mayBeOne(each, other)));
  if (gone.length === 0) return pass;
  return fail({
    field: 'projects',
    project: null,
    message: 'missing',
    parameters: {
      year: String(paper.year),
      of: String(promised.length),
      reported: String(found),
      count: String(gone.length),
      names: listed(gone.map(({ name }) => name)),
    },
    reported: String(found),
    expected: String(promised.length),
    operands: gone.map(({ operand }) => operand),
  });
}

const mayBeOne = (promised: PaperProject, reported: PaperProject): boolean =>
  promised.key.includes(reported.key) ||
  reported.key.includes(promised.key) ||
  similarity(promised.key, reported.key) >= MAY_BE_ONE;

function of(name: string) {
  return {
    name,
    amount: '20',
    indicators: [
      { level1: '产出指标', level2: '数量指标', name: `${name}次数`, target: '按计划' },
      { level1: '效益指标', level2: '生态效益指标', name: `${name}成效`, target: '明显改善' },
    ],
  };
}

function promised() {
  return { projects: ['河道巡查', '节水宣传', '水质监测'].map(of) };
}

function reported(names: readonly string[]) {
  return {
    stage: 'self-evaluation' as const,
    projects: names.map((name) => ({ ...of(name), kind: 'project-self-evaluation' as const })),
  };
}
