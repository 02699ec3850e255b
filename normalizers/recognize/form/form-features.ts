import type { RecognizedForm } from './form.js';

/** Roles of indicator columns that tell layouts apart. */
const COLUMNS: Record<string, string> = {
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
export function formFeatures(form: RecognizedForm): Set<string> {
  const features = new Set<string>();
  const add = (feature: string, present: boolean) => {
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
