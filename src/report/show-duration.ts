/** About how long, in the unit people would say it in. */
export function showDuration(seconds: number): string {
  if (seconds < 60) return `约 ${seconds} 秒`;
  if (seconds < 5400) return `约 ${Math.round(seconds / 60)} 分钟`;
  if (seconds < 129_600) return `约 ${(seconds / 3600).toFixed(1)} 小时`;
  return `约 ${(seconds / 86_400).toFixed(1)} 天`;
}

/** How long until what waits is done: nothing where nothing waits; null: nobody can say yet. */
export function showTimeLeft(seconds: number | null): string {
  if (seconds === null) return '还不知道';
  return seconds === 0 ? '' : showDuration(seconds);
}
