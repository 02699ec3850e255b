import type { RecognizedForm } from './form.js';

/** What a form can show that tells layouts apart. A closed list: the definitions name no other. */
export const FEATURE_TITLES = {
  'operator-column': '比较符栏',
  'unit-column': '计量单位栏',
  'weight-column': '权重栏',
  'core-column': '核心指标栏',
  'description-column': '指标描述栏',
  'standard-column': '绩效标准栏',
  'actual-column': '完成值栏',
  'activity-column': '活动栏',
  'two-horizons': '年度与实施期',
  'two-scopes': '本级与含下级',
  levels: '指标分级',
  'no-levels': '指标不分级',
  'no-indicators': '没有指标',
  'coded-cell': '指标值写在一格',
  costs: '支出明细',
  plan: '支出计划',
  'work-plan': '重点工作',
  'budget-columns': '金额各栏',
  duties: '部门职责',
  revenue: '按收入性质的金额',
  'period-goal': '实施期目标',
} as const;

type Feature = keyof typeof FEATURE_TITLES;

/** Roles of indicator columns that tell layouts apart. */
const COLUMNS: Record<string, Feature> = {
  'indicator.operator': 'operator-column',
  'indicator.unit': 'unit-column',
  'indicator.weight': 'weight-column',
  'indicator.core': 'core-column',
  'indicator.description': 'description-column',
  'indicator.standard': 'standard-column',
  'indicator.actual': 'actual-column',
  'indicator.activity': 'activity-column',
  'indicator.targetPeriod': 'two-horizons',
};

/** What the shape of a form shows, in the words of the definitions under data/forms. */
export function formFeatures(form: RecognizedForm): Set<Feature> {
  const features = new Set<Feature>();
  const add = (feature: Feature, present: boolean) => {
    if (present) features.add(feature);
  };
  for (const role of form.roles) if (COLUMNS[role]) features.add(COLUMNS[role]);
  const hasLevels = form.roles.has('indicator.level1') || form.roles.has('indicator.level2');
  add('levels', hasLevels);
  add('no-levels', form.types.has('indicators') && !hasLevels);
  add('no-indicators', !form.types.has('indicators'));
  add(
    'coded-cell',
    form.indicators.some((row) => row.targetText !== undefined),
  );
  const horizons = new Set(form.indicators.map((row) => row.horizon));
  add('two-horizons', horizons.size > 1 || form.fields.some(isPeriodAmount));
  add(
    'two-scopes',
    form.fields.some((field) => field.scope === 'all-levels'),
  );
  add('costs', form.types.has('costs'));
  add('plan', form.plans.length > 0);
  add('work-plan', form.types.has('work-plan'));
  add('budget-columns', form.budgetColumns.length > 0 && !form.types.has('work-plan'));
  add(
    'duties',
    form.fields.some((field) => field.field === 'text.duties'),
  );
  add(
    'revenue',
    form.fields.some((field) => /一般公共预算/.test(field.label)),
  );
  add('period-goal', /goal\.period/.test(form.columns.get('projects') ?? ''));
  return features;
}

/** 中期资金总额 beside 年度资金总额. */
const isPeriodAmount = (field: RecognizedForm['fields'][number]): boolean =>
  field.field === 'budget' && field.horizon === 'period' && /中期|长期/.test(field.label);
