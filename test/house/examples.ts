import type { Example } from './example.js';
import { addsCommand } from './examples/command.js';
import { addsField } from './examples/field.js';
import { addsFilter } from './examples/filter.js';
import { addsForm } from './examples/form.js';
import { addsFormat } from './examples/format.js';
import { addsHeader } from './examples/header.js';
import { addsLabel } from './examples/label.js';
import { addsPage } from './examples/page.js';
import { addsReason } from './examples/reason.js';
import { addsRule } from './examples/rule.js';
import { addsTableType } from './examples/table-type.js';

/** One example for each row of the table. */
export const EXAMPLES: readonly Example[] = [
  addsFormat,
  addsForm,
  addsFilter,
  addsLabel,
  addsHeader,
  addsTableType,
  addsRule,
  addsField,
  addsCommand,
  addsPage,
  addsReason,
];
