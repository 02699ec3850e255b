/**
 * Bundles what processes start with: each entry of dist becomes one file, with chunks in dist/chunks for what it loads when it
 * is needed. A process that opens hundreds of modules uses more time on finding them than on running them. Every other module
 * of dist stays as it was compiled: the tests import those.
 */
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { writeWhole } from './write-whole.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist');
const COMMAND = 'src/cli/main.ts';
const LIBRARY = 'src/index.ts';
const READING = 'src/pipeline/reading/read-entry.ts';
/** Loads every command when it is called. */
const COMMANDS = join(ROOT, 'src/cli/commands.ts');
/** Runs before anything else of the command. */
const FIRST = join(ROOT, 'src/app/compile-late.ts');

/** What was bundled from what; as old as the moment the sources were read. */
const RECORD = join(DIST, 'bundled.json');
/** Has npm pack no chunks but those of the record: those of the bundle before are there for processes that have started with it. */
const NOT_PACKED = join(DIST, 'chunks', '.npmignore');
/** Change what is bundled beside the modules that are in it. */
const SETTINGS = ['scripts/bundle.mjs', 'package-lock.json', 'tsconfig.json'];

/** Libraries of many small modules that most processes load are bundled too, together with what they ask for. */
const BUNDLED_LIBRARIES = ['zod', '@hono/zod-openapi', 'commander', 'string-width', 'cli-table3'];

/** The others are loaded as they are installed, above all what has a native part, WebAssembly or files of its own. */
const LOADED_LIBRARIES = declaredLibraries().filter((name) => !BUNDLED_LIBRARIES.includes(name));

function declaredLibraries() {
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return Object.keys({ ...dependencies, ...optionalDependencies });
}

const JUST_WRITTEN_MS = 60_000;

/** Stands in the code of a chunk for the folder dist until it is known where the chunk is. */
const PLACE_OF_DIST = 'place-of-dist:';

const compiled = (source) => source.replace(/\.tsx?$/, '.js');
const slashed = (path) => path.split(sep).join('/');

/** Modules that processes start with, from the root of the repository. */
export const ENTRIES = [COMMAND, LIBRARY, ...entriesOfProcesses()];

function entriesOfProcesses() {
  return readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('-entry.ts'))
    .map((name) => slashed(join('src', name)))
    .filter((source) => readFileSync(join(ROOT, source), 'utf8').includes('serveJobs'))
    .sort();
}

/**
 * Entries that share chunks. The command and the reading processes are started most often, and have the chunks to themselves:
 * what all of them share would fall into hundreds of small ones.
 */
const GROUPS = [[COMMAND], [READING], ENTRIES.filter((entry) => entry !== COMMAND && entry !== READING)];

/** Bundles anew unless nothing it was made of has changed since. */
export async function bundleIfStale() {
  if (isBundleStale()) await bundle();
}

/** @returns the files it wrote, from dist */
export async function bundle() {
  if (/[#?]/.test(ROOT))
    throw new Error(`${ROOT}：路径里有 # 或 ?，不能编译；请把整个文件夹移到别处，再运行 npm ci`);
  const begun = new Date();
  const { rolldown } = await import('rolldown');
  const before = recorded();
  removeChunks(before.files);
  const made = await Promise.all(GROUPS.map((group) => bundleGroup(rolldown, group)));
  const files = made.flatMap(({ output }) => output);
  // Those that begin with an entry must find its chunks.
  for (const file of files.filter(({ isEntry }) => !isEntry)) write(file);
  for (const file of files.filter(({ isEntry }) => isEntry)) write(file);
  const inputs = [...new Set(made.flatMap((each) => each.inputs))].sort();
  const chunks = files.map(({ fileName }) => fileName).filter((name) => name.startsWith('chunks/'));
  writeWhole(NOT_PACKED, allBut(new Set(chunks.map((chunk) => basename(chunk)))));
  const record = { inputs, files: files.map(({ fileName }) => fileName).sort() };
  writeWhole(RECORD, `${JSON.stringify(record, null, 1)}\n`);
  utimesSync(RECORD, begun, begun);
  return record.files;
}

const allBut = (names) => ['*', ...[...names].map((name) => `!${name}`), ''].join('\n');

/**
 * Removes chunks of old bundles. Those of the bundle before this one stay, for processes that have started with it and load
 * more, and what was just written, be it by another that bundles at the same time.
 */
function removeChunks(kept) {
  const folder = join(DIST, 'chunks');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (!kept.includes(`chunks/${name}`) && Date.now() - written > JUST_WRITTEN_MS)
      rmSync(file, { force: true });
  }
}

function recorded() {
  return existsSync(RECORD) ? JSON.parse(readFileSync(RECORD, 'utf8')) : { inputs: [], files: [] };
}

/** Whether something it was made of has changed since, or a part of it is missing. */
export function isBundleStale() {
  if (!existsSync(RECORD)) return true;
  const { mtimeMs } = statSync(RECORD);
  const { inputs, files } = recorded();
  const isOlder = (input) => !existsSync(join(ROOT, input)) || statSync(join(ROOT, input)).mtimeMs >= mtimeMs;
  if ([...SETTINGS, ...inputs].some(isOlder)) return true;
  return [...files, ...ENTRIES.map(compiled)].some((file) => !existsSync(join(DIST, file)));
}

async function bundleGroup(rolldown, group) {
  const inputs = new Set();
  const atOnce = new Set();
  const build = await rolldown({
    cwd: ROOT,
    platform: 'node',
    input: Object.fromEntries(group.map((entry) => [entry.replace(/\.ts$/, ''), join(ROOT, entry)])),
    external: (id) => LOADED_LIBRARIES.some((name) => id === name || id.startsWith(`${name}/`)),
    preserveEntrySignatures: 'allow-extension',
    transform: { target: 'es2023' },
    // A constant stays what it is called: one may be looked for, and changed, in what was built.
    optimization: { inlineConst: false },
    // What the command needs at once is told of where it is needed later, too.
    checks: { ineffectiveDynamicImport: false },
    plugins: [
      OWN_ADDRESSES,
      CHINESE_OF_ZOD,
      {
        name: 'what-is-bundled',
        buildEnd() {
          for (const id of this.getModuleIds())
            if (!id.includes('node_modules') && existsSync(id)) inputs.add(slashed(relative(ROOT, id)));
          if (group.includes(COMMAND)) addLoaded(atOnce, join(ROOT, COMMAND), (id) => this.getModuleInfo(id));
        },
      },
    ],
    onwarn: (warning) => {
      throw new Error(`${warning.code}: ${warning.message}`);
    },
  });
  const { output } = await build.generate({
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    sourcemap: true,
    sourcemapExcludeSources: true,
    comments: false,
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [{ name: 'command', test: (id) => atOnce.has(id) }],
    },
  });
  await build.close();
  return { inputs: [...inputs], output: output.map(asFile) };
}

/** Modules the command needs whatever it is called for, those that describe its commands among them: one chunk. */
function addLoaded(loaded, entry, infoOf) {
  const waiting = [entry];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const info = infoOf(id);
    if (loaded.has(id) || info === null || info.isExternal) continue;
    loaded.add(id);
    waiting.push(...info.importedIds, ...(id === COMMANDS ? info.dynamicallyImportedIds : []));
  }
  loaded.delete(entry);
  loaded.delete(FIRST);
}

/** A module that asks for its own address hears that of its compiled file, in whatever chunk it has come to stand. */
const OWN_ADDRESSES = {
  name: 'own-addresses',
  transform: {
    filter: { code: 'import.meta.url', id: { exclude: /node_modules/ } },
    handler(code, id) {
      const address = `${PLACE_OF_DIST}${compiled(slashed(relative(ROOT, id)))}`;
      return {
        code: code.replaceAll('import.meta.url', `new URL('${address}', import.meta.url).href`),
        map: null,
      };
    },
  },
  renderChunk(code, { fileName }) {
    if (!code.includes(PLACE_OF_DIST)) return null;
    const up = '../'.repeat(fileName.split('/').length - 1);
    return { code: code.replaceAll(PLACE_OF_DIST, up), map: null };
  },
};

/** Of the fifty languages zod speaks the one that is asked for. */
const CHINESE_OF_ZOD = {
  name: 'chinese-of-zod',
  load: {
    filter: { id: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ },
    handler: () => "export { default as zhCN } from './zh-CN.js';",
  },
};

const write = ({ fileName, content }) => writeWhole(join(DIST, fileName), content);

const asFile = (made) =>
  made.type === 'chunk'
    ? { fileName: made.fileName, content: made.code, isEntry: made.isEntry }
    : { fileName: made.fileName, content: made.source, isEntry: false };

if (pathToFileURL(process.argv[1] ?? '').href === import.meta.url) await bundle();
