/** How the reading of one document ended. `ok`, `empty` and `ignored` are not failures. */
export const OUTCOMES = [
  'ok',
  'partial',
  'empty',
  'needs-ocr',
  'encrypted',
  'unsupported',
  'corrupt',
  'limit',
  'timeout',
  'oom',
  'crash',
  'ignored',
] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** What each outcome means, and what the user can do about it; the reason of a document does not repeat that. */
export const OUTCOME_TEXT: Record<Outcome, { title: string; advice: string }> = {
  ok: { title: '读取完整', advice: '' },
  partial: {
    title: '部分读取',
    advice: '用 mingzhang query diagnostics 看哪些没有读成，mingzhang extract --why 看原因',
  },
  empty: { title: '没有内容', advice: '文件中没有文字，请确认是否下载完整' },
  'needs-ocr': {
    title: '需要文字识别',
    advice:
      '页面只有图像，或字体没有文字对照，而文字识别没有开启或没有安装：不要用 --ocr off；没有安装的，运行 npm install（不加 --omit=optional），再运行 mingzhang retry --outcome needs-ocr',
  },
  encrypted: { title: '有密码', advice: '请用原软件去掉密码或取消保护，另存后再导入' },
  unsupported: { title: '不支持的格式', advice: '运行 mingzhang formats 查看支持的格式' },
  corrupt: { title: '文件损坏', advice: '请重新下载，或用原软件打开后另存' },
  limit: { title: '超出限额', advice: '文件过大或展开后过大，请拆分后再导入' },
  timeout: { title: '超时', advice: '稍后运行 mingzhang retry --outcome timeout' },
  oom: { title: '内存不足', advice: '稍后运行 mingzhang retry --outcome oom' },
  crash: { title: '读取进程崩溃', advice: '运行 mingzhang retry --outcome crash；仍然失败请报告该文件' },
  ignored: { title: '已忽略', advice: '系统文件、临时文件，或没有文字的图片，不作读取' },
};

export const OUTCOME_TITLES = Object.fromEntries(
  OUTCOMES.map((outcome) => [outcome, OUTCOME_TEXT[outcome].title]),
) as Record<Outcome, string>;

/** Outcomes after which the command ends with exit code 3. */
export const isUnread = (outcome: Outcome): boolean =>
  !['ok', 'partial', 'empty', 'ignored'].includes(outcome);

/** What another time or more room may cure: `mingzhang retry` reads these again. */
export const CURABLE = ['timeout', 'oom', 'crash'] as const satisfies readonly Outcome[];
