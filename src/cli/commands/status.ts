import type { Command } from 'commander';
import { newCommand } from '../command.js';
import { type StoreOption, withStore } from '../store-option.js';
import { writeOutput } from '../write-output.js';

export const statusCommand = (): Command =>
  newCommand('status')
    .description('库中有什么')
    .action((options: StoreOption) =>
      withStore(options, 'read', async (store) => {
        const { OUTCOME_TEXT } = await import('../../model/outcome.js');
        const { documents, outcomes, ...counts } = store.summary();
        const byOutcome = Object.entries(outcomes).map(
          ([outcome, count]) => `  ${OUTCOME_TEXT[outcome as keyof typeof OUTCOME_TEXT].title} ${count}`,
        );
        await writeOutput([
          `${[
            `库文件 ${store.path}`,
            `文档 ${documents}`,
            ...byOutcome,
            `表 ${counts.forms}  公开 ${counts.disclosures}  项目 ${counts.projects}  指标 ${counts.indicators}`,
            `单元格 ${counts.cells}  搁置 ${counts.setAsideCells}  未认领 ${counts.unclaimedCells}`,
            `地区、年度或部门未定的文档 ${counts.unresolved}`,
          ].join('\n')}\n`,
        ]);
      }),
    );
