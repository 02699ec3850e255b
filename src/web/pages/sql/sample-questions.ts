/** Statements to begin with, one of each kind people ask first. */
export const SAMPLE_QUESTIONS: readonly { title: string; sql: string }[] = [
  {
    title: '各地各年有多少项目、多少金额',
    sql: `select region, year, count(*) as 项目数, round(sum(amount_wan), 2) as 金额万元
from current_projects
where stage = 'budget'
group by region_code, region, year
order by 金额万元 desc`,
  },
  {
    title: '某一年金额最大的项目（:year 是参数）',
    sql: `select region, department, project, amount_wan, document_id
from current_projects
where year = :year
order by amount_wan desc
limit 50`,
  },
  {
    title: '数量指标里指标值没有数字的',
    sql: `select region, department, project, name, target, document_id
from current_indicators
where level2 = '数量指标' and target is not null and target not regexp '[0-9０-９一二三四五六七八九十百千万]'`,
  },
  {
    title: '每条规则查出多少疑点',
    sql: `select rule, severity, count(*) as 条数
from findings
group by rule, severity
order by 条数 desc`,
  },
];
