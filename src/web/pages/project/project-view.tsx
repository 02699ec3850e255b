import type { Child, FC } from 'hono/jsx';
import type { ProjectMention } from '../../../model/disclosure.js';
import { AXIS_TITLES, PROJECT_STATE_TITLES } from '../../../model/disclosure.js';
import { STAGE_TITLES } from '../../../model/facts/stages.js';
import { departmentLink, documentLink, pageLink, projectLink, valueLink } from '../../links.js';
import { DataTable } from '../../parts/data-table.js';
import { Facts } from '../../parts/facts.js';
import { FindingList } from '../../parts/finding-list.js';
import { showAmount, showListed, showProject, showRegion, showYear } from '../../parts/format-figures.js';
import { IndicatorTable } from '../../parts/indicator-table.js';
import { LongText } from '../../parts/long-text.js';
import { nameBudgetLines } from '../../parts/name-budget-lines.js';
import { PageFrame } from '../../parts/page-frame.js';
import type { Site } from '../../site.js';
import { CostTable, showCostTotal } from './cost-table.js';
import type { ProjectDetails, ProjectRecord } from './read-project.js';

const ROLES: Record<ProjectMention['role'], string> = {
  'summary-row': '汇总表',
  form: '项目表',
  list: '清单',
};

/** 项目: all that is printed of one project, and what does not add up. */
export const ProjectView: FC<{ site: Site; details: ProjectDetails }> = ({ site, details }) => {
  const { project, indicators, costs, plans, findings, otherYears, budgets } = details;
  return (
    <PageFrame site={site} title={showProject(project.project)} section="/search">
      <ProjectFacts details={details} />
      <Section title="疑点（待核实线索）" shown={findings.length > 0}>
        <FindingList findings={findings} />
      </Section>
      <Goal title="年度绩效目标" text={project.annual_goal} />
      <Goal title="实施期绩效目标" text={project.period_goal} />
      <Goal title="资金用途" text={project.purpose} />
      <Section title="资金构成" shown={budgets.length > 0}>
        <Budgets budgets={budgets} />
      </Section>
      <Section title="绩效指标" shown={indicators.length > 0}>
        <IndicatorTable caption="绩效指标" indicators={indicators} />
      </Section>
      <Section title="支出明细" shown={costs.length > 0}>
        <p class="soft">
          {[
            showCostTotal(costs),
            project.amount_fen === null ? '' : `项目金额 ${showAmount(project.amount_fen)} 万元`,
          ]
            .filter((each) => each !== '')
            .join('，')}
        </p>
        <CostTable costs={costs} />
      </Section>
      <Section title="资金支出计划" shown={plans.length > 0}>
        <Plans plans={plans} document={project.document_id} />
      </Section>
      <h2>其他年度与地区</h2>
      {otherYears.length > 0 && <OtherYears years={otherYears} />}
      <p>
        <a href={pageLink('/compare', { project: project.id })}>各地各年的同类项目</a>
      </p>
    </PageFrame>
  );
};

const Section: FC<{ title: string; shown: boolean; children?: Child }> = ({ title, shown, children }) =>
  shown ? (
    <>
      <h2>{title}</h2>
      {children}
    </>
  ) : null;

const Goal: FC<{ title: string; text: string | null }> = ({ title, text }) => (
  <Section title={title} shown={text !== null}>
    <LongText text={text ?? ''} />
  </Section>
);

const ProjectFacts: FC<{ details: ProjectDetails }> = ({ details: { project, mentions } }) => {
  const office = departmentLink(project);
  const name = showListed(project.department ?? '部门未定');
  const when = `${showYear(project.year)}${STAGE_TITLES[project.stage]}`;
  return (
    <Facts
      facts={[
        ['金额', <Amount project={project} />],
        ['地区', showRegion(project)],
        [
          '部门',
          office === null ? name : <a href={`${office}&${new URLSearchParams(edition(project))}`}>{name}</a>,
        ],
        ['年度', when],
        ['实施单位', showListed(project.agency)],
        ['项目编码', showListed(project.project_code)],
        ['所属专项', showListed(project.parent)],
        ['支出方向', showListed(project.direction)],
        ['项目属性', showListed(project.attribute)],
        ['实施期', showListed(project.period)],
        ['状态', project.state === 'disclosed' ? null : PROJECT_STATE_TITLES[project.state]],
        [
          '原文名称',
          project.project_printed === project.project ? null : showListed(project.project_printed),
        ],
        ['原文位置', <Mentions project={project} mentions={mentions} />],
      ]}
    />
  );
};

const edition = ({ year, stage }: ProjectRecord): Record<string, string> =>
  year === null ? { stage } : { year: String(year), stage };

const Amount: FC<{ project: ProjectRecord }> = ({ project: { id, amount_fen: fen } }) => (
  <a href={valueLink('p', id)}>{fen === null ? '未填或未公开' : `${showAmount(fen)} 万元`}</a>
);

const Mentions: FC<{ project: ProjectRecord; mentions: readonly ProjectMention[] }> = ({
  project: { document_id: document },
  mentions,
}) => (
  <>
    {mentions.map(({ role, evidence, money }, n) => (
      <>
        {n > 0 && '；'}
        {ROLES[role]}{' '}
        <a href={documentLink(document, evidence.name.place)}>{showListed(evidence.name.place)}</a>
        {money !== null && money.fen !== null && `（${showAmount(money.fen)} 万元）`}
      </>
    ))}
  </>
);

const Budgets: FC<{ budgets: ProjectDetails['budgets'] }> = ({ budgets }) => {
  const nameOf = nameBudgetLines(budgets.map(({ line }) => line));
  return (
    <DataTable
      caption="资金构成"
      columns={[
        { title: '类别', head: true, cell: ({ line }) => nameOf(line) },
        {
          title: '金额（万元）',
          number: true,
          cell: ({ id, line: { money } }) => (
            <a href={valueLink('b', id)}>
              {money.fen === null ? showListed(money.printed) || '（空白）' : showAmount(money.fen)}
            </a>
          ),
        },
        { title: '口径', cell: ({ line }) => AXIS_TITLES[line.axis] },
      ]}
      rows={budgets}
    />
  );
};

const Plans: FC<{ plans: ProjectDetails['plans']; document: number }> = ({ plans, document }) => (
  <DataTable
    caption="资金支出计划"
    columns={[
      { title: '时点', head: true, cell: ({ step }) => showListed(step) },
      {
        title: '累计支出比例',
        number: true,
        cell: ({ share, place }) => (
          <a href={documentLink(document, place)}>{share === null ? '（空白）' : `${share}%`}</a>
        ),
      },
      {
        title: '',
        cell: ({ share, step }) =>
          share !== null && <meter min={0} max={100} value={share} aria-label={`${step}累计`} />,
      },
    ]}
    rows={plans}
  />
);

const OtherYears: FC<{ years: ProjectDetails['otherYears'] }> = ({ years }) => (
  <DataTable
    caption="本部门其他年度的同名项目"
    columns={[
      {
        title: '年度',
        head: true,
        cell: ({ id, year, stage }) => (
          <a href={projectLink(id)}>{`${showYear(year)}${STAGE_TITLES[stage]}`}</a>
        ),
      },
      { title: '金额（万元）', number: true, cell: ({ amount_fen: fen }) => showAmount(fen) },
    ]}
    rows={years}
  />
);
