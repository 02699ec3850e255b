import { SURE } from '../../model/grid.js';
import type { OperandDraft } from './operand.js';

/** What the figures and texts a finding rests on owe to the recognition of pictures. */
export interface PictureReading {
  /** One of them at least was read from a picture. */
  isRecognized: boolean;
  /** Why that may be wrong; Chinese, for people. */
  doubts: string[];
}

/** What the sums a figure stands in say of how it was read. */
export type SumCheck = 'fits' | 'differs';

/**
 * @param sumCheck of the figure in a cell; undefined where no sum says anything
 * @param hasReported the finding is about something that is printed; else what it misses may be there, and not have been recognized
 */
export function readFromPicture(
  operands: readonly OperandDraft[],
  hasReported: boolean,
  sumCheck: (operand: OperandDraft) => SumCheck | undefined = () => undefined,
): PictureReading {
  const recognized = operands.flatMap((operand) => {
    const { recognized: sure } = operand.evidence;
    if (sure === undefined) return [];
    const check = sumCheck(operand);
    return check === 'fits' ? 1 : check === 'differs' ? 0 : sure;
  });
  const isRecognized = recognized.length > 0;
  const isUnsure = recognized.some((sure) => sure < SURE);
  return {
    isRecognized,
    doubts: [
      ...(isUnsure ? ['有文字或数字由图像识别得到，把握不大'] : []),
      ...(isRecognized && !isUnsure && !hasReported ? ['图像上可能还有没有认出的字'] : []),
    ],
  };
}
