import type { Command } from 'commander';
import type { ReadDocument } from '../../model/document.js';
import type { Finding } from '../../model/finding.js';
import type { Store } from '../../store/open-store.js';
import { newCommand } from '../command.js';
import { type StoreOption, withStore } from '../store-option.js';
import { terminalWidth } from '../terminal-width.js';
import { UsageError } from '../usage-error.js';
import { writeOutput } from '../write-output.js';

const EXAMPLES = `
编号见 query 的 id 列：i 指标、p 项目、b 预算、c 支出明细、w 重点工作、f 疑点、d 文档。

例：
  mingzhang explain i123
  mingzhang explain f45`;

export const explainCommand = (): Command =>
  newCommand('explain')
    .description('一个值或一条疑点的来历：规则、值、字段、单元格、位置与原文')
    .argument('<编号>', '如 i123、p12、f45')
    .addHelpText('after', EXAMPLES)
    .action((id: string, options: StoreOption) =>
      withStore(options, 'read', async (store) => {
        await writeOutput([await explain(store, id, terminalWidth())]);
      }),
    );

async function explain(store: Store, id: string, width: number): Promise<string> {
  const located = store.locate(id);
  if (located.kind === 'finding') return explainFinding(store, located.finding, width);
  const document = loaded(store, located.sha256);
  if (located.kind === 'document') {
    const { explainDocument } = await import('../../report/explain-document.js');
    return explainDocument(document);
  }
  const { explainValue } = await import('../../report/explain-value.js');
  const { pickValue } = await import('../../report/value-fields.js');
  const disclosure = document.disclosures[located.disclosure];
  const value = disclosure && pickValue(disclosure, located.kind, located.index);
  if (!disclosure || !value) throw new UsageError(`库中没有编号 ${id}`);
  return explainValue(document, disclosure, value, width);
}

async function explainFinding(store: Store, finding: Finding, width: number): Promise<string> {
  const { explainFinding } = await import('../../report/explain-finding.js');
  const { RULES } = await import('../../audit/run/rules.js');
  const rule = RULES.find(({ id }) => id === finding.rule);
  const documents = new Map<string, ReadDocument>();
  for (const sha256 of new Set([finding.document, ...finding.evidence.map(({ document }) => document)])) {
    const document = store.load(sha256);
    if (document) documents.set(sha256, document);
  }
  return explainFinding(
    finding,
    rule ? { ...rule, authority: rule.authority.source } : null,
    documents,
    width,
  );
}

/** @throws UsageError when the store has lost it since it was located */
function loaded(store: Store, sha256: string): ReadDocument {
  const document = store.load(sha256);
  if (!document) throw new UsageError(`文档 ${sha256.slice(0, 12)} 已不在库中`);
  return document;
}
