import type { Block } from '../../src/model/grid.js';
import { departmentKey } from '../parse/department/department-key.js';
import { parseDepartment } from '../parse/department/parse-department.js';
import type { RecognizedForm, TextAt } from '../recognize/form/form.js';
import { compact } from '../recognize/words/label-text.js';
import { coverDepartment, coverLines } from './cover-department.js';

/** Where the cover ends. */
const CONTENTS = /^(目录|第一部分|一、)/;
const UNIT_PACK = /单位(预算|决算|预决算)/;
const BEHIND_NAME =
  /^(本级|\(本级\))?((19|20)\d\d年?度?|[〇○零一二三四五六七八九]{4}年度?)?(部门|单位)?(预算|决算|预决算)/;

/**
 * The subordinate unit whose own pack a document is, though its forms print the department above (主管部门): the unit that carries out
 * every project and whose name the cover prints before 预算 or 决算, else the one that a cover of a 单位预算 names. Null where the
 * pack is the department's own, or nothing says so.
 * @param department that the forms print, the only one
 */
export function unitOfPack(
  forms: readonly RecognizedForm[],
  { blocks, title }: { blocks: readonly Block[]; title: string | undefined },
  department: TextAt,
): TextAt | null {
  const lines = coverLines(blocks).map(({ text }) => compact(text));
  const end = lines.findIndex((line) => CONTENTS.test(line));
  const cover = lines.slice(0, end < 0 ? undefined : end).join('');
  const agency = onlyAgency(forms);
  const announced = [cover, compact(title ?? '')].some((text) => agency && isAnnounced(agency.text, text));
  const named = announced ? agency : UNIT_PACK.test(cover) ? coverDepartment(blocks) : null;
  return named && isAnother(named.text, department.text) ? named : null;
}

/** Another office, or that of a part of its place: 某市生态环境局 and 某市某山生态环境局 have one key. */
function isAnother(unit: string, department: string): boolean {
  return keyOf(unit) !== keyOf(department) || isOfPart(plain(unit), plain(department));
}

/** Whether the unit's name is the department's with a place put in. */
function isOfPart(unit: string, department: string): boolean {
  const from = [...unit].findIndex((letter, at) => letter !== department[at]);
  return from >= 2 && from < department.length && unit.endsWith(department.slice(from));
}

const plain = (text: string): string => compact(parseDepartment(text)?.name ?? text);

function isAnnounced(name: string, text: string): boolean {
  const own = plain(name);
  const at = text.indexOf(own);
  return at >= 0 && BEHIND_NAME.test(text.slice(at + own.length));
}

/** The unit that all forms name as the one that carries the project out. */
function onlyAgency(forms: readonly RecognizedForm[]): TextAt | null {
  const named = forms.flatMap(({ fields, projects }): TextAt[] => [
    ...fields.filter(({ field, text }) => field === 'agency.name' && text.trim() !== ''),
    ...projects.flatMap(({ cells }) =>
      (cells['agency.name'] ?? []).map((at) => ({ text: at.cell.text, at })),
    ),
  ]);
  const [first] = named;
  return first && new Set(named.map(({ text }) => keyOf(text))).size === 1
    ? { text: first.text, at: first.at }
    : null;
}

const keyOf = (text: string): string => departmentKey(text, null) ?? text;
