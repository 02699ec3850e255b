import { describe, expect, it } from 'vitest';
import { reportSubject } from '../../../../normalizers/parse/evaluation/report-subject.js';

describe('reportSubject', () => {
  it.each([
    ['洛河县水务局2023年河道保洁项目绩效评价报告', '河道保洁', '洛河县水务局'],
    ['2023年度农村公路养护专项资金绩效评价报告', '农村公路养护专项资金', null],
    ['关于2022年困难群众救助补助资金支出绩效评价报告', '困难群众救助补助资金', null],
    ['送戏下乡项目支出绩效自评报告', '送戏下乡', null],
    ['青河县教育局学前教育资助项目财政重点绩效评价报告', '学前教育资助', '青河县教育局'],
    ['2023年旅游厕所管护项目事后绩效评估报告（摘要）', '旅游厕所管护', null],
    ['青河县教育局2023年度部门整体支出绩效评价报告', null, '青河县教育局'],
    ['2023年度部门整体支出绩效自评报告', null, null],
    ['绩效评价报告', null, null],
  ])('%s', (title, project, department) => expect(reportSubject(title)).toEqual({ project, department }));

  it.each(['2023年部门预算公开', '绩效评价报告编制说明', '2023年度项目支出绩效自评表'])(
    '%s is none',
    (title) => expect(reportSubject(title)).toBeNull(),
  );
});
