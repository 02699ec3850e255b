import { type CellClaim, SET_ASIDE_TITLES } from '../model/document.js';

/** What a claimed cell became, in words; the key is `CellClaim.field`. */
const FIELD_TITLES: Record<string, string> = {
  'department.name': '部门名称',
  'department.code': '部门代码',
  'department.coded': '部门代码与名称',
  'agency.name': '实施单位',
  'agency.code': '实施单位代码',
  'project.name': '项目名称',
  'project.code': '项目编码',
  'project.parent': '所属专项',
  'project.attribute': '项目属性',
  'project.period': '项目实施期',
  'project.start': '开始日期',
  'project.end': '结束日期',
  'project.purpose': '资金用途',
  'project.basis': '立项依据',
  'parent.amount': '所属专项金额',
  budget: '预算数',
  'goal.annual': '年度绩效目标',
  'goal.period': '实施期绩效目标',
  'goal.actual': '目标实际完成情况',
  'indicator.level1': '一级指标',
  'indicator.level2': '二级指标',
  'indicator.name': '指标名称',
  'indicator.description': '绩效指标描述',
  'indicator.target': '指标值',
  'indicator.targetPeriod': '实施期指标值',
  'indicator.operator': '指标值的比较符',
  'indicator.unit': '计量单位',
  'indicator.standard': '绩效标准',
  'indicator.targetBasis': '指标值确定依据',
  'indicator.weight': '权重',
  'indicator.actual': '实际完成值',
  'indicator.score': '得分',
  'indicator.half': '半年指标值',
  'indicator.history': '历史指标值',
  'indicator.core': '是否核心指标',
  'indicator.activity': '指标所属活动',
  'indicator.deviation': '偏差原因和改进措施',
  'indicator.expected': '预计完成情况',
  'indicator.remark': '指标备注',
  'weight.total': '权重合计',
  'cost.category': '支出类别',
  'cost.item': '支出事项',
  'cost.amount': '支出金额',
  'cost.calculation': '测算依据',
  'cost.total': '支出合计',
  'plan.share': '资金支出计划',
  'execution.initial': '年初预算数',
  'execution.budget': '全年预算数',
  'execution.spent': '全年执行数',
  'execution.weight': '执行分值',
  'execution.rate': '执行率',
  'execution.score': '执行得分',
  'score.total': '总分',
  'score.grade': '等级',
  'work.item': '重点工作',
  'work.content': '工作内容',
  'work.goal': '工作目标',
  'work.office': '责任科室',
  'work.amount': '工作经费',
  'text.duties': '部门职责',
  'text.overview': '概况',
  'caption.filer': '填报单位',
  'row.number': '序号',
  'statement.title': '预算表表名',
  'statement.item': '预算表的行',
  'statement.figure': '预算表数字',
};

/** What became of a cell: as its claim says, or `unread` in rows that look like a form and were not recognized. */
export type CellFate = Pick<CellClaim, 'field' | 'reason'> & { status: CellClaim['status'] | 'unread' };

/** What became of a cell: `读成 指标值`, `标签`, `搁置：表头说明`, `未认领`, `没有读`. */
export function describeClaim({ status, field, reason }: CellFate): string {
  switch (status) {
    case 'claimed':
      return `读成 ${field === undefined ? '字段' : (FIELD_TITLES[field] ?? field)}`;
    case 'label':
      return '标签';
    case 'set-aside':
      return `搁置：${reason === undefined ? '无需读取' : SET_ASIDE_TITLES[reason]}`;
    case 'unclaimed':
      return '未认领：程序没能认出它是什么';
    case 'unread':
      return '没有读：所在的行像绩效表，而程序没有认出';
  }
}
