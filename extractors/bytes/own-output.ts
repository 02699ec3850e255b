import { UnreadableError } from './limits.js';

/** The name this program writes into its pages and workbooks as their maker. */
const MAKER = 'mingzhang';

/** Headers that stand together only in lists this program writes. */
const OWN_HEADERS = ['编号', '文档编号'];

/**
 * Lists and reports of this program are no disclosures: read back, every finding would count as one.
 * @throws UnreadableError `ignored` when the maker is this program
 */
export function refuseOwnOutput(maker: string | undefined): void {
  if (maker?.trim() === MAKER)
    throw new UnreadableError('ignored', '这是 mingzhang 自己的输出，不是公开的文件');
}

/** As `refuseOwnOutput`, for lists that carry no maker: by the headers of their first row. */
export function refuseOwnList(headers: readonly string[]): void {
  if (OWN_HEADERS.every((header) => headers.includes(header))) refuseOwnOutput(MAKER);
}
