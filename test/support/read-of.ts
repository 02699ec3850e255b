const OF_AUDITS = /^(finding_|run_|audited_)/;

/** Of the dump of a store what was read, without what audits have found in it. */
export const readOf = (dump: string): string =>
  dump
    .split('\n')
    .filter((line) => !OF_AUDITS.test(line))
    .join('\n');
