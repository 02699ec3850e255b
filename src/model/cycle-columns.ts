import {
  JUDGEMENT_TITLES,
  LINK_GROUND_TITLES,
  LINK_RELATION_TITLES,
  RELATION_TITLES,
  SELF_EVALUATION_TITLES,
  STATUS_TITLES,
  STEP_TITLES,
} from './cycle.js';
import { STAGE_TITLES } from './facts/stages.js';
import { YES_NO_TITLES } from './facts/yes-no-titles.js';
import { closed, integer, real, text } from './sections/section-field.js';
import { PLACE, PROJECT, PROJECT_ID, SUBJECT } from './sections/shared-columns.js';
import type { ViewColumn } from './view-column.js';

const STEP = closed('step', '前后', STEP_TITLES);
const LIKENESS = real('likeness', '名称相似度', '0 至 1', { decimals: 2 });
const DOUBTFUL = integer('doubtful', '存疑', '1 对应存疑，请人看一看', {
  values: [0, 1],
  titles: YES_NO_TITLES,
});
const LATER_PLACE = text('later_place', '后一位置', '在后一份公开中的位置');
const LATER = [
  integer('later_document_id', '后一文档编号', '后一份公开所在的文档', { names: 'd' }),
  integer('later_year', '后一年度', '后一份公开的年度'),
  closed('later_stage', '后一阶段', STAGE_TITLES, {}, '后一份公开的阶段'),
] as const;

/** Columns of the views of promise and result. */
export const CYCLE_COLUMNS = {
  project_links: [
    ...SUBJECT,
    PROJECT_ID,
    PROJECT,
    ...LATER,
    integer('later_project_id', '后一项目编号', '后一份公开中的项目，即 projects.id', { names: 'p' }),
    text('later_project', '后一项目', '后一份公开中的项目名称', { searched: true }),
    STEP,
    closed('relation', '关系', LINK_RELATION_TITLES),
    closed('ground', '依据', LINK_GROUND_TITLES),
    LIKENESS,
    DOUBTFUL,
    PLACE,
    LATER_PLACE,
  ],
  indicator_links: [
    ...SUBJECT,
    PROJECT_ID,
    PROJECT,
    integer('indicator_id', '指标编号', '前一份公开中的指标，即 indicators.id；新增的为空', { names: 'i' }),
    text('name', '指标', '前一份公开中的指标名称', { searched: true }),
    text('target', '指标值', '前一份公开中的指标值'),
    ...LATER,
    integer('later_indicator_id', '后一指标编号', '后一份公开中的指标；减去的为空', { names: 'i' }),
    text('later_name', '后一指标', '后一份公开中的指标名称', { searched: true }),
    text('later_target', '后一指标值', '后一份公开中的指标值'),
    STEP,
    closed('relation', '关系', RELATION_TITLES),
    LIKENESS,
    DOUBTFUL,
    PLACE,
    LATER_PLACE,
  ],
  outcomes: [
    ...SUBJECT,
    PROJECT_ID,
    PROJECT,
    integer('indicator_id', '指标编号', '承诺的指标，即 indicators.id', { names: 'i' }),
    text('level1', '一级指标', '统一后的名称'),
    text('level2', '二级指标', '统一后的名称'),
    text('name', '指标', '承诺的指标名称', { searched: true }),
    text('promised', '承诺的指标值', '目标表中的指标值'),
    real('weight', '承诺的权重', '目标表中的权重或分值'),
    integer('adjusted_id', '调整指标编号', '预算调整中的指标；没有调整为空', { names: 'i' }),
    text('adjusted', '调整后的指标值', '预算调整中的指标值'),
    integer('halfway_id', '监控指标编号', '半年监控中的指标；没有监控为空', { names: 'i' }),
    text('halfway', '半年完成值', '半年监控表中的执行情况'),
    integer('report_document_id', '自评文档编号', '自评所在的文档', { names: 'd' }),
    integer('reported_project_id', '自评项目编号', '自评中的项目，即 projects.id', { names: 'p' }),
    integer('reported_id', '自评指标编号', '自评中的指标，即 indicators.id', { names: 'i' }),
    text('reported_name', '自评指标', '自评中的指标名称', { searched: true }),
    text('reported_target', '自评重复的指标值', '自评表中的年度指标值'),
    real('reported_weight', '自评分值', '自评表中的分值'),
    text('actual', '实际完成值', '自评表中的实际完成值'),
    real('score', '得分', '自评得分'),
    text('deviation', '偏差原因', '自评表中的偏差原因分析及改进措施'),
    integer('next_id', '下一年指标编号', '下一年目标中的指标，即 indicators.id', { names: 'i' }),
    text('next_target', '下一年的指标值', '下一年目标表中的指标值'),
    closed('self_evaluation', '自评情况', SELF_EVALUATION_TITLES, {}, '库中该年度的自评'),
    closed(
      'status',
      '结果',
      STATUS_TITLES,
      {},
      '大幅优于目标指超过指标值三成以上，未报告指没有自评或没有填完成值，指标值改变指自评重复的指标值与承诺的不同',
    ),
    closed(
      'kept',
      '对照承诺',
      JUDGEMENT_TITLES,
      {},
      '实际完成值与承诺（有调整的为调整后）的指标值相比，没有完成值为空',
    ),
    DOUBTFUL,
    PLACE,
    text('reported_place', '自评位置', '在自评中的位置'),
  ],
} as const satisfies Record<string, readonly ViewColumn[]>;
