import type { Section } from './section.js';
import { text } from './section-field.js';
import { PLACE } from './shared-columns.js';

export const TEXTS = {
  view: 'texts',
  title: '文字',
  meaning: '职责、总体目标、分项目标、措施、概况等成段文字',
  table: 'text_rows',
  list: 'texts',
  project: 'hidden',
  searchKind: 5,
  fields: [
    text(
      'kind',
      '类别',
      'duties 职责、overall-goal 总体目标、sub-goal 分项目标、measures 措施、overview 概况、achievement 目标实际完成情况、deviation 偏差原因和改进措施',
      {
        values: ['duties', 'overall-goal', 'sub-goal', 'measures', 'overview', 'achievement', 'deviation'],
        filled: true,
        brief: true,
        listed: true,
        facet: true,
      },
    ),
    text('heading', '小标题', '文字上方的标题', {
      searched: true,
      indexed: 'name',
      brief: true,
      listed: true,
    }),
    text('text', '文字', '与原文一致', {
      filled: true,
      searched: true,
      indexed: 'text',
      brief: true,
      listed: true,
    }),
    { ...PLACE, brief: true, listed: true },
  ],
} as const satisfies Section;
