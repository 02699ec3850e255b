import { describe, expect, it } from 'vitest';
import { targetCoverage } from '../../src/compare/coverage/target-coverage.js';
import { wan } from '../support/comparison-rows.js';
import { type DrawnStatement, statementRowsOf } from '../support/statement-rows.js';

const expenditure = (project: number): DrawnStatement => ({
  kind: 'expenditure',
  columns: [
    ['合计', 'total'],
    ['项目支出', 'project'],
  ],
  rows: [['合计', project + 70, project]],
});
const general: DrawnStatement = { ...expenditure(30), kind: 'general-public' };
const project = (amount: number | null, hasForm = true) => ({
  amountFen: amount === null ? null : wan(amount),
  hasForm,
});

describe('targetCoverage', () => {
  it('lays the project forms beside what the statements say of project spending', () => {
    const covered = targetCoverage(statementRowsOf(general, expenditure(100)), [
      project(40),
      project(null),
      project(25, false),
    ]);
    expect(covered).toMatchObject({
      spending: { kind: 'expenditure', figure: { amountFen: wan(100) } },
      withForm: { projects: 2, fen: wan(40), unknown: 1 },
      withoutForm: { projects: 1, fen: wan(25), unknown: 0 },
      uncoveredFen: wan(35),
      excessFen: 0,
    });
  });

  it('says when the projects are more', () => {
    const covered = targetCoverage(statementRowsOf(expenditure(30)), [project(40)]);
    expect(covered).toMatchObject({ uncoveredFen: 0, excessFen: wan(10) });
  });

  it('tells project spending of nothing from one that is not known', () => {
    expect(targetCoverage(statementRowsOf(expenditure(0)), [])).toMatchObject({
      spending: { figure: { amountFen: 0 } },
      uncoveredFen: 0,
    });
    expect(targetCoverage(statementRowsOf(), [project(40)])).toMatchObject({
      spending: null,
      uncoveredFen: null,
      excessFen: 0,
      withForm: { fen: wan(40) },
    });
  });

  it('takes another statement where 支出总表 has no total', () => {
    const parts: DrawnStatement = {
      ...expenditure(1),
      rows: [
        ['水利', 1, 1],
        ['社会保障', 1, 1],
      ],
    };
    expect(targetCoverage(statementRowsOf(parts, general), []).spending).toMatchObject({
      kind: 'general-public',
    });
  });
});
