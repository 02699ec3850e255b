import type { Command } from 'commander';
import { OUTCOME_TITLES, OUTCOMES, type Outcome } from '../../model/outcome.js';
import { newCommand } from '../command.js';
import { helpText } from '../help-text.js';
import { addReadingOptions, type ReadingOptions } from '../import-options.js';
import { parseNames } from '../parse-options.js';
import { runImport } from '../run-import.js';
import { say } from '../say.js';
import { withStore } from '../store-option.js';
import { UsageError } from '../usage-error.js';

const EXAMPLES = `
逐个重读，时间和内存的限额放宽到三倍；原文件要还在原处（或导入时用了 --keep-sources）。

例：
  mingzhang retry
  mingzhang retry --outcome timeout,crash`;

interface RetryOptions extends ReadingOptions {
  outcome?: string[];
}

export function retryCommand(): Command {
  const command = newCommand('retry')
    .description('把没有读成的文档再读一次')
    .option(
      '--outcome <结果>',
      '哪些读取结果，以逗号分隔（不给则为 timeout、oom、crash，能识别文字时还有 needs-ocr）',
      parseNames,
    );
  return addReadingOptions(command, 1).addHelpText('after', helpText(EXAMPLES)).action(retry);
}

async function retry(options: RetryOptions): Promise<void> {
  const { curableOutcomes, retryable } = await import('../../pipeline/import/retryable.js');
  const outcomes = options.outcome?.map(parseOutcome) ?? curableOutcomes(options.ocr);
  await withStore(options, 'change', async (store) => {
    if ((await retryable(store, outcomes, options.ocr)).length === 0)
      return say(`库中没有结果为 ${outcomes.map((each) => OUTCOME_TITLES[each]).join('、')}、值得再读的文档`);
    await runImport(store, options, { kind: 'retry', outcomes });
  });
}

function parseOutcome(text: string): Outcome {
  const outcome = OUTCOMES.find((each) => each === text);
  if (!outcome) {
    throw new UsageError(`--outcome 没有 ${text}；可用：${OUTCOMES.join('、')}`, {
      unknown: { word: text, known: OUTCOMES },
    });
  }
  return outcome;
}
