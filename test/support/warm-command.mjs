/**
 * The command in a process that stays: each message runs it once, as a new process would, without starting Node and loading
 * the program anew. Says what the command wrote, and how it ended.
 */
import { fileURLToPath, pathToFileURL } from 'node:url';
import './kept-processes.mjs';

const COMMAND = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const STREAMS = [process.stdout, process.stderr];
const ANY_FOLDER = process.cwd();

let calls = 0;

// Every call listens to them once more.
for (const stream of STREAMS) stream.setMaxListeners(0);
process.on('disconnect', () => process.exit());
process.on('message', async ({ cwd, args, env }) => {
  const pieces = STREAMS.map(() => []);
  for (const [index, stream] of STREAMS.entries()) stream.write = keepIn(pieces[index]);
  const status = await run(cwd, args, env);
  const [stdout, stderr] = pieces.map((each) => Buffer.concat(each).toString('utf8'));
  process.chdir(ANY_FOLDER);
  process.send({ status, stdout, stderr });
});

async function run(cwd, args, env) {
  process.chdir(cwd);
  process.env = env;
  process.argv = [process.execPath, COMMAND, ...args];
  process.exitCode = undefined;
  try {
    // Another address: the module of the command runs anew, the others are loaded already.
    await import(`${pathToFileURL(COMMAND)}?${++calls}`);
    return process.exitCode ?? 0;
  } catch (error) {
    process.stderr.write(`${error.stack}\n`);
    return 1;
  } finally {
    process.exitCode = undefined;
    for (const stream of STREAMS) stream.removeAllListeners('error');
  }
}

function keepIn(pieces) {
  return (piece, encoding, done) => {
    pieces.push(Buffer.from(piece, typeof encoding === 'string' ? encoding : undefined));
    const told = typeof encoding === 'function' ? encoding : done;
    if (told) process.nextTick(told);
    return true;
  };
}
