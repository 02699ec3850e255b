import type { Evidence, Project } from '../../../model/disclosure.js';
import type { ReadDocument } from '../../../model/document.js';
import { isSecret } from '../../../model/facts/secrecy.js';
import { isGrid } from '../../../model/grid.js';
import { publishedSecrets, type SecretClass } from '../../equations/statements/secret-classes.js';
import { showFigure } from '../../figures/format.js';
import { textsOf } from '../../subjects/form-texts.js';
import { type PlacedMention, placedMentions } from '../../subjects/project-mentions.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import { plainText } from '../../texts/plain-text.js';
import { topicOf } from '../../texts/project-words.js';
import type { OperandDraft } from '../../verdicts/operand.js';
import { fail, notApplicable, pass, review, type Verdict } from '../../verdicts/verdict.js';
import { law } from '../authority.js';
import type { DisclosureSpec } from '../example.js';
import { classTable } from '../pack-example.js';
import { defineDocumentRule } from '../rule.js';

export const secrecyInconsistent = defineDocumentRule({
  id: 'secrecy-inconsistent',
  version: 2,
  title: '一处注明涉密，另一处公开了同一内容',
  severity: 'warning',
  tolerance: 'none',
  authority: law(
    '《中华人民共和国预算法》第十四条：预算除涉及国家秘密的以外应当公开；同一事项是否涉密各处应当一致',
  ),
  formula: '注明“涉密”“不公开”的项目，其目标、指标在别处也不公开；说是不公开的科目，预算表也不列出',
  why: '要么涉密的理由不成立，要么不该公开的公开了；名称相同而内容不同的事项不算。',
  messages: {
    disclosed: '“{name}”一处注明“{claim}”，另一处公开了{what}，待核实。',
    classes: '文字说“{name}”下的科目涉及国家秘密、不予公开，{table}却逐项列出了{parts}，待核实。',
    topic: '“{name}”注明“{claim}”，同一文件在{where}公开了“{topic}”的内容，待核实。',
  },
  *check(disclosure) {
    const classes = publishedSecrets(disclosure);
    let any = classes.length > 0;
    yield* classes.map(judgeClass);
    for (const project of disclosure.disclosure.projects) {
      const claim = secrecyClaim(project, disclosure);
      if (!claim) continue;
      any = true;
      yield judge(project, claim, disclosure);
    }
    if (!any) yield notApplicable('没有注明涉密的项目');
  },
  examples: {
    passes: [
      {
        title: '涉密的项目别处没有内容',
        disclosures: [
          {
            summary: {
              rows: [
                { name: '扫黑除恶专项经费', amount: '5', goal: '涉密，不公开。' },
                { name: '铁路护路经费', amount: '2', goal: '确保铁路安全运行。' },
              ],
            },
          },
        ],
      },
    ],
    reports: [
      {
        title: '汇总表注明涉密，却有项目表',
        disclosures: [
          {
            summary: { rows: [{ name: '扫黑除恶专项经费', amount: '5', goal: '涉密，不公开。' }] },
            projects: [{ name: '扫黑除恶专项经费', amount: '5', annualGoal: '严厉打击黑恶势力。' }],
          },
        ],
        fields: ['project.secrecy'],
      },
      {
        title: '另一个项目的名称里公开了它',
        disclosures: [
          {
            summary: {
              rows: [
                { name: '平安建设经费(含扫黑除恶)', amount: '80' },
                { name: '扫黑除恶专项经费', amount: '5', goal: '涉密，不公开。' },
              ],
            },
          },
        ],
        fields: ['project.secrecy/topic'],
      },
      {
        title: '文字说项级科目不予公开，预算表逐项列出',
        disclosures: [secretClass('16')],
        fields: ['classes:公安'],
      },
    ],
    notApplicable: [
      { title: '预算表没有列全不予公开的科目', disclosures: [secretClass('12')] },
      { title: '没有涉密的项目', disclosures: [{ summary: { rows: [{ name: '普法经费', amount: '5' }] } }] },
    ],
  },
});

function judgeClass({ name, claim, table, parts }: SecretClass): Verdict {
  return fail({
    field: `classes:${name}`,
    project: null,
    message: 'classes',
    parameters: {
      name,
      table,
      parts: parts.map((part) => `${part.label.split('·')[0]}${showFigure(part)}`).join('、'),
    },
    operands: [claim, ...parts],
  });
}

interface Claim extends OperandDraft {
  mention: PlacedMention['mention'];
}

/** The cell of a project's row (or its amount) that says 涉密. */
function secrecyClaim(project: Project, disclosure: DisclosureSubject): Claim | null {
  for (const { mention, reading, where } of placedMentions(project, disclosure)) {
    if (mention.role === 'form') continue;
    const evidence = rowOf(disclosure.document, mention.evidence.name).find(({ quote }) => isSecret(quote));
    if (evidence) return { label: `${where} 说明`, evidence, form: reading, mention };
  }
  return null;
}

/** The cells of the row a cell stands in. */
function rowOf({ blocks }: ReadDocument, { block, cell }: Evidence): Evidence[] {
  const grid = blocks[block];
  const origin = grid && isGrid(grid) && cell !== null ? grid.cells[cell] : undefined;
  if (!grid || !isGrid(grid) || !origin) return [];
  return grid.cells.flatMap(({ row, text, place }, index) =>
    row === origin.row ? [{ place, quote: text, block, cell: index }] : [],
  );
}

function judge(project: Project, claim: Claim, disclosure: DisclosureSubject): Verdict {
  const own = disclosedOf(project, claim, disclosure);
  if (own.length > 0) {
    return fail({
      ...about(project, claim),
      message: 'disclosed',
      parameters: { ...namesOf(project, claim), what: own.map(({ label }) => label).join('、') },
      operands: [claim, ...own],
    });
  }
  const topic = topicOf(project.name);
  const elsewhere = topic.length < SHORTEST ? [] : mentionsOf(topic, project, disclosure);
  if (elsewhere.length === 0) return pass;
  return review({
    ...about(project, claim),
    field: 'project.secrecy/topic',
    message: 'topic',
    parameters: {
      ...namesOf(project, claim),
      topic,
      where: [...new Set(elsewhere.map(({ label }) => label))].join('、'),
    },
    operands: [claim, ...elsewhere],
  });
}

const SHORTEST = 3;

const about = (project: Project, claim: Claim) => ({
  field: 'project.secrecy',
  project,
  reported: claim.evidence.quote.trim(),
});

const namesOf = (project: Project, claim: Claim) => ({
  name: project.name,
  claim: claim.evidence.quote.trim(),
});

/** Goals and indicators of the project in other places than the one that says 涉密. */
function disclosedOf(project: Project, claim: Claim, disclosure: DisclosureSubject): OperandDraft[] {
  return disclosure.forms
    .filter(({ form }) => form.index !== claim.mention.form)
    .flatMap((form) => {
      const texts = textsOf(form).find((group) => group.project === project)?.texts ?? [];
      return texts
        .filter(({ kind, text }) => (kind === 'goal' || kind === 'name') && !isSecret(text))
        .map(({ label, evidence }) => ({ label, evidence, form: form.reading }));
    });
}

/** Where names, goals or indicators of something else speak of the topic. */
function mentionsOf(topic: string, secret: Project, disclosure: DisclosureSubject): OperandDraft[] {
  const others = disclosure.disclosure.projects.filter((project) => project !== secret);
  const names = others.flatMap((project) =>
    placedMentions(project, disclosure)
      .filter(({ mention }) => plainText(mention.name).includes(topic))
      .map(({ mention, reading }) => ({
        label: `项目“${mention.name}”的名称`,
        evidence: mention.evidence.name,
        form: reading,
      })),
  );
  const texts = disclosure.forms.flatMap((form) =>
    textsOf(form)
      .filter(({ project }) => project !== secret)
      .flatMap(({ project, texts: found }) =>
        found
          .filter(({ kind, text }) => kind !== 'duties' && plainText(text).includes(topic))
          .map(({ label, evidence }) => ({
            label: `${project ? `项目“${project.name}”的` : '部门的'}${label}`,
            evidence,
            form: form.reading,
          })),
      ),
  );
  return [...names, ...texts];
}

/** 公安 of 30, of which the table prints 14 and as much more as given. */
function secretClass(last: string): DisclosureSpec {
  return {
    statements: [
      classTable(
        { item: '合计', role: 'total', amounts: ['30'] },
        { code: '204', item: '公共安全支出', amounts: ['30'] },
        { code: '20402', item: '公安', amounts: ['30'] },
        { code: '2040201', item: '行政运行', amounts: ['14'] },
        { code: '2040220', item: '执法办案', amounts: [last] },
      ),
    ],
    prose: ['公共安全（类）公安（款）下的有关项级科目支出，经确认涉及国家秘密，按规定不予对外公开。'],
  };
}
