/**
 * A count among the arguments of a script, `place` counted from 0; `usual` where none stands there. Where what stands there is no
 * whole number above zero (`--help` too), the script ends with its usage and exit code 2.
 */
export function countArgument(place: number, usual: number, usage: string): number {
  const given = process.argv[place + 2];
  if (given === undefined) return usual;
  if (/^[1-9]\d*$/.test(given)) return Number(given);
  console.error(`用法：${usage}`);
  process.exit(2);
}
