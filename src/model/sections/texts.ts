import { TEXT_KIND_TITLES } from '../disclosure.js';
import type { Section } from './section.js';
import { closed, text } from './section-field.js';
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
    closed('kind', '类别', TEXT_KIND_TITLES, { filled: true, brief: true, listed: true, facet: true }),
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
