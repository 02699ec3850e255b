import { deepEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Example } from '../example.js';

const FILE = 'src/audit/rules/projects/project-name-doubtful.ts';

/** The draft is taken for the rule itself: what is left is to say that it is none any more. */
export const addsRule: Example = {
  row: '一条核查规则',
  change(copy) {
    copy.run('scripts/new-rule.ts', 'projects/project-name-doubtful');
    copy.edit(FILE, / {2}\/\/ 草稿：.*\n {2}draft: true,\n/, '');
    copy.run('scripts/generate-rules-doc.ts');
  },
  async probe() {
    const { RULES } = await import('../../../src/audit/run/rules.js');
    ok(RULES.some(({ id }) => id === 'project-name-doubtful'));
    const { buildDocument } = await import('../../support/disclosure-builder.js');
    const { runAudit } = await import('../../../src/audit/run/run-audit.js');
    const { sourceOf } = await import('../../support/audit-source.js');
    const document = buildDocument({ projects: [{ name: '综合治理费？' }] });
    const { findings } = await runAudit(sourceOf([document]), { rules: ['project-name-doubtful'] });
    deepEqual(
      findings.map(({ message }) => message),
      ['项目名称印为“综合治理费？”，待核实。'],
    );
    const docs = readFileSync(new URL('../../../docs/rules.md', import.meta.url), 'utf8');
    ok(docs.includes('## project-name-doubtful'));
  },
};
