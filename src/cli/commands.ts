import type { Command } from 'commander';

/** Every command, in the order of the help. Each is loaded when it is called: a command starts faster without the others. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  import: async () => (await import('./commands/import.js')).importCommand(),
  collect: async () => (await import('./commands/collect.js')).collectCommand(),
  extract: async () => (await import('./commands/extract.js')).extractCommand(),
  verify: async () => (await import('./commands/verify.js')).verifyCommand(),
  query: async () => (await import('./commands/query.js')).queryCommand(),
  search: async () => (await import('./commands/search.js')).searchCommand(),
  sql: async () => (await import('./commands/sql.js')).sqlCommand(),
  export: async () => (await import('./commands/export.js')).exportCommand(),
  audit: async () => (await import('./commands/audit.js')).auditCommand(),
  letter: async () => (await import('./commands/letter.js')).letterCommand(),
  publish: async () => (await import('./commands/publish.js')).publishCommand(),
  compare: async () => (await import('./commands/compare.js')).compareCommand(),
  trend: async () => (await import('./commands/trend.js')).trendCommand(),
  track: async () => (await import('./commands/track.js')).trackCommand(),
  coverage: async () => (await import('./commands/coverage.js')).coverageCommand(),
  tabulate: async () => (await import('./commands/tabulate.js')).tabulateCommand(),
  explain: async () => (await import('./commands/explain.js')).explainCommand(),
  assign: async () => (await import('./commands/assign.js')).assignCommand(),
  names: async () => (await import('./commands/names.js')).namesCommand(),
  correct: async () => (await import('./commands/correct.js')).correctCommand(),
  serve: async () => (await import('./commands/serve.js')).serveCommand(),
  work: async () => (await import('./commands/work.js')).workCommand(),
  queue: async () => (await import('./commands/queue.js')).queueCommand(),
  status: async () => (await import('./commands/status.js')).statusCommand(),
  retry: async () => (await import('./commands/retry.js')).retryCommand(),
  check: async () => (await import('./commands/check.js')).checkCommand(),
  remove: async () => (await import('./commands/remove.js')).removeCommand(),
  backup: async () => (await import('./commands/backup.js')).backupCommand(),
  migrate: async () => (await import('./commands/migrate.js')).migrateCommand(),
  rules: async () => (await import('./commands/rules.js')).rulesCommand(),
  formats: async () => (await import('./commands/formats.js')).formatsCommand(),
  forms: async () => (await import('./commands/forms.js')).formsCommand(),
  completion: async () => (await import('./commands/completion.js')).completionCommand(),
};

/** Needs the others too: it tells of them. */
const TELLS_OF_ALL = 'completion';

/** Answered without any. */
const TELLS_THE_VERSION = ['--version', '-V'];

/** The command the arguments call; all of them where they call none, for help and for what to say of a wrong name. */
export async function commandsFor(args: readonly string[]): Promise<Command[]> {
  if (args.length === 1 && TELLS_THE_VERSION.includes(args[0] ?? '')) return [];
  const name = (args[0] === '--db' ? args[2] : args[0]) ?? '';
  const load = Object.hasOwn(COMMANDS, name) && name !== TELLS_OF_ALL ? COMMANDS[name] : undefined;
  return Promise.all((load ? [load] : Object.values(COMMANDS)).map((each) => each()));
}
