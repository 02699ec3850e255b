import type { Project } from '../../../model/disclosure.js';
import { checkConstant } from '../../figures/code-checksum.js';
import { codesOf, partsOf } from '../../subjects/project-code.js';
import type { OperandDraft } from '../../verdicts/operand.js';
import { fail, notApplicable, pass } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import { defineStoreRule, type StoreRecord, type StoreVerdict } from '../rule.js';

interface CodeRecord {
  code: string;
  /** Region and class: the codes that would share a scheme. */
  group: string;
  project: Pick<Project, 'name' | 'code'>;
  operand: OperandDraft;
}

export const projectCodeChecksumSuspect = defineStoreRule<CodeRecord>({
  id: 'project-code-checksum-suspect',
  version: 1,
  title: '项目编码不合本地区编码的校验规律',
  severity: 'warning',
  tolerance: 'T0',
  authority: arithmetic('由本地区同类编码自身显示的校验规律（模 31，字符集同 GB 32100）；未见公开规范'),
  formula: '(v(末位) + Σ v(第 i 位)·3ⁱ) mod 31 在同地区同类编码中为同一常数（≥5 个编码，≥90% 相同）',
  why: '本地区其他编码都合这一规律，不合的一个多半是录错了一位；规律由数据归纳，不能断定编码无效。',
  messages: {
    suspect:
      '“{name}”的项目编码 {code} 不合本地区同类编码的校验规律（{obeying}/{count} 个编码符合），可能录错，待核实。',
  },
  *collect(disclosure) {
    for (const { project, code, label, evidence, form } of codesOf(disclosure)) {
      const parts = partsOf(code);
      if (!parts) continue;
      const { name } = project;
      const operand = { label, evidence, form };
      yield { code, group: `${parts.region}/${parts.class}`, project: { name, code: project.code }, operand };
    }
  },
  *check(records) {
    const groups = new Map<string, StoreRecord<CodeRecord>[]>();
    for (const record of records) {
      const { group } = record.value;
      const members = groups.get(group);
      if (members) members.push(record);
      else groups.set(group, [record]);
    }
    for (const members of groups.values()) yield* judgeGroup(members);
  },
  examples: {
    passes: [{ title: '十个编码都合规律', disclosures: [{ projects: projectsWith(10) }] }],
    reports: [
      {
        title: '十个合规律，一个末位不同',
        disclosures: [{ projects: [...projectsWith(10), { name: '错码', code: `${codeBody(99)}0` }] }],
        fields: ['project.code/checksum'],
      },
    ],
    notApplicable: [{ title: '编码不足五个', disclosures: [{ projects: projectsWith(4) }] }],
  },
});

const FEWEST = 5;
const SHARE = 0.9;

function* judgeGroup(members: StoreRecord<CodeRecord>[]): Generator<StoreVerdict> {
  const constants = new Map(members.map(({ value }) => [value.code, checkConstant(value.code)]));
  const counts = new Map<number | null, number>();
  for (const constant of constants.values()) counts.set(constant, (counts.get(constant) ?? 0) + 1);
  const [usual, obeying] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), [
    null,
    0,
  ] as const);
  const shown = constants.size >= FEWEST && usual !== null && obeying / constants.size >= SHARE;
  for (const { subject, value } of members) {
    if (constants.size < FEWEST) yield { subject, verdict: notApplicable('同地区同类编码不足五个') };
    else if (!shown) yield { subject, verdict: notApplicable('本地区编码没有显示校验规律') };
    else if (constants.get(value.code) === usual) yield { subject, verdict: pass };
    else {
      const { project, code, operand } = value;
      yield {
        subject,
        verdict: fail({
          field: 'project.code/checksum',
          project,
          message: 'suspect',
          parameters: { name: project.name, code, obeying: String(obeying), count: String(constants.size) },
          reported: code,
          operands: [operand],
        }),
      };
    }
  }
}

function codeBody(serial: number): string {
  return `99010223P0001001${String(serial).padStart(4, '0')}`;
}

/** Codes whose last character makes the constant 30, as those of the regions that show the scheme. */
function projectsWith(count: number): { name: string; code: string }[] {
  return Array.from({ length: count }, (_, index) => {
    const body = codeBody(index + 1);
    const last =
      [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].find((sign) => checkConstant(body + sign) === 30) ?? '';
    return { name: `项目${index + 1}`, code: body + last };
  });
}
