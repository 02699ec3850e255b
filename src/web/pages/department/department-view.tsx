import type { Child, FC } from 'hono/jsx';
import { TEXT_KIND_TITLES } from '../../../model/disclosure.js';
import { STAGE_TITLES } from '../../../model/facts/stages.js';
import type { Trend } from '../../../model/trend.js';
import { documentLink, pageLink, projectLink, valueLink } from '../../links.js';
import { DataTable } from '../../parts/data-table.js';
import { Facts } from '../../parts/facts.js';
import { FindingList } from '../../parts/finding-list.js';
import {
  showAmount,
  showCount,
  showListed,
  showProject,
  showRegion,
  showYear,
} from '../../parts/format-figures.js';
import { IndicatorTable } from '../../parts/indicator-table.js';
import { LongText } from '../../parts/long-text.js';
import { PageFrame } from '../../parts/page-frame.js';
import type { Site } from '../../site.js';
import { BudgetChart } from './budget-chart.js';
import type { Department, EditionNamed } from './find-department.js';
import type { DepartmentEdition, EditionProject, EditionText, WorkPlanRow } from './read-edition.js';
import { StatementList } from './statement-list.js';
import { TargetCoverageChart } from './target-coverage-chart.js';
import { YearsSideBySide } from './years-side-by-side.js';

interface DepartmentViewProps {
  site: Site;
  department: Department;
  edition: DepartmentEdition;
  trend: Trend;
}

/** 部门: everything a department printed for one year and stage, its findings, and its years side by side. */
export const DepartmentView: FC<DepartmentViewProps> = ({ site, department, edition, trend }) => {
  const { subject, names, key } = department;
  const { budgets, projects, indicators, workPlan, texts, findings, pack } = edition;
  return (
    <PageFrame
      site={site}
      title={`${showListed(names[0] ?? key)} ${showYear(edition.year)}${STAGE_TITLES[edition.stage]}`}
      section="/search"
      styles={['department.css', 'bars.css']}
    >
      <Editions department={department} current={edition} />
      <Facts
        facts={[
          ['地区', `${showRegion(subject)}${subject.regionCode === null ? '' : `（${subject.regionCode}）`}`],
          ['部门统一名称', names[0] === key ? null : showListed(key)],
          ['原文中的名称', names.length > 1 && names.map((name) => showListed(name)).join('、')],
          ['文档', <Documents documents={edition.documents} />],
          [
            '目标与结果',
            <a href={pageLink('/track', { region: subject.regionCode ?? subject.region, department: key })}>
              承诺了什么，自评报告了什么
            </a>,
          ],
          [
            '比较',
            <a href={pageLink('/search', { view: 'projects', department: key })}>各地同类部门的项目</a>,
          ],
        ]}
      />
      {pack.statements.length > 0 && (
        <>
          <h2>项目支出中有多少公开了绩效目标</h2>
          <TargetCoverageChart coverage={pack.coverage} />
        </>
      )}
      {trend.editions.length > 1 && (
        <>
          <h2>历年对照</h2>
          <YearsSideBySide trend={trend} />
        </>
      )}
      <Section title="疑点（待核实线索）" count={findings.length}>
        <FindingList findings={findings} />
        <p>
          <a href={pageLink('/letters', { region: subject.regionCode ?? subject.region, key })}>
            下载核实函（Word，含各年度）
          </a>
        </p>
      </Section>
      <Section title="预算" count={budgets.length}>
        <BudgetChart budgets={budgets} />
      </Section>
      <Section title="预算表" count={pack.statements.length}>
        <StatementList statements={pack.statements} />
      </Section>
      <Texts texts={texts} kinds={['duties', 'overview']} />
      <Section title="年度重点工作" count={workPlan.length}>
        <WorkPlan items={workPlan} />
      </Section>
      <Texts texts={texts} kinds={['overall-goal', 'sub-goal', 'measures']} />
      <Section title="项目" count={projects.length} id="projects">
        <Projects projects={projects} />
      </Section>
      <Section title="部门整体指标" count={indicators.length}>
        <IndicatorTable caption="部门整体指标" indicators={indicators} />
      </Section>
    </PageFrame>
  );
};

const Section: FC<{ title: string; count: number; id?: string; children?: Child }> = ({
  title,
  count,
  id,
  children,
}) =>
  count === 0 ? null : (
    <>
      <h2 id={id}>
        {title} <span class="soft">{showCount(count)}</span>
      </h2>
      {children}
    </>
  );

const isSame = (a: EditionNamed, b: EditionNamed): boolean => a.year === b.year && a.stage === b.stage;

const Editions: FC<{ department: Department; current: EditionNamed }> = ({
  department: { region, key, editions },
  current,
}) =>
  editions.length < 2 ? null : (
    <nav aria-label="年度与阶段">
      <ul class="tabs">
        {editions.map((each) => (
          <li>
            <a
              href={pageLink('/department', { region, key, year: each.year ?? '未定', stage: each.stage })}
              aria-current={isSame(each, current) ? 'page' : undefined}
            >
              {showYear(each.year)}
              {STAGE_TITLES[each.stage]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );

const Documents: FC<{ documents: DepartmentEdition['documents'] }> = ({ documents }) => (
  <>
    {documents.map(({ id, title, path }, n) => (
      <>
        {n > 0 && '、'}
        <a href={documentLink(id)}>{showListed(title ?? path.split('/').at(-1) ?? path)}</a>
      </>
    ))}
  </>
);

const Texts: FC<{ texts: readonly EditionText[]; kinds: readonly EditionText['kind'][] }> = ({
  texts,
  kinds,
}) => (
  <>
    {kinds.map((kind) => {
      const ofKind = texts.filter((each) => each.kind === kind);
      return (
        ofKind.length > 0 && (
          <>
            <h2>{TEXT_KIND_TITLES[kind]}</h2>
            {ofKind.map(({ heading, text, document_id: document, place }) => (
              <>
                {heading !== null && <h3>{showListed(heading)}</h3>}
                <LongText text={text} />
                <a class="source" href={documentLink(document, place)}>
                  原文 {place}
                </a>
              </>
            ))}
          </>
        )
      );
    })}
  </>
);

const WorkPlan: FC<{ items: readonly WorkPlanRow[] }> = ({ items }) => (
  <DataTable
    caption="年度重点工作"
    columns={[
      {
        title: '工作事项',
        head: true,
        cell: ({ id, item }) => <a href={valueLink('w', id)}>{showListed(item) || '（空白）'}</a>,
      },
      { title: '责任科室', cell: ({ office }) => showListed(office) },
      { title: '工作目标', cell: ({ goal }) => showListed(goal, 600) },
    ]}
    rows={items}
  />
);

const Projects: FC<{ projects: readonly EditionProject[] }> = ({ projects }) => {
  const hasAgency = projects.some(({ agency }) => agency !== null);
  return (
    <DataTable
      caption="项目"
      columns={[
        {
          title: '项目',
          head: true,
          cell: ({ id, project }) => <a href={projectLink(id)}>{showProject(project)}</a>,
        },
        {
          title: '金额（万元）',
          number: true,
          cell: ({ id, amount_fen: fen, state }) =>
            fen === null ? (
              state === 'secret' && '涉密不公开'
            ) : (
              <a href={valueLink('p', id)}>{showAmount(fen)}</a>
            ),
        },
        ...(hasAgency
          ? [{ title: '实施单位', cell: ({ agency }: EditionProject) => showListed(agency) }]
          : []),
        { title: '年度绩效目标', long: true, cell: ({ annual_goal: goal }) => showListed(goal) },
      ]}
      rows={projects}
    />
  );
};
