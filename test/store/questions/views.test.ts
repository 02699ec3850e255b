import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { rowSchema } from '../../../src/model/row-schema.js';
import { findView, VIEWS } from '../../../src/model/views.js';
import { linkDepartments } from '../../../src/pipeline/subjects/link-departments.js';
import { migrate } from '../../../src/store/file/migrate.js';
import { sqliteDatabase } from '../../../src/store/file/sqlite-dialect.js';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { buildDocument, SOME_REGION, wan } from '../../support/document-builder.js';

const db = sqliteDatabase(new Database(':memory:'));
migrate(db);

const columnsInSql = (view: string): unknown =>
  db.prepare('SELECT name FROM pragma_table_info(?) ORDER BY cid').pluck().all(view);

describe('VIEWS', () => {
  it.each(VIEWS.map((view) => [view.name, view] as const))(
    '%s has the columns the store defines',
    (name, view) => {
      expect(view.columns.map((column) => column.name)).toEqual(columnsInSql(name));
    },
  );

  it('describes every view of the store', () => {
    const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'view'").pluck().all() as string[];
    expect(names.filter((name) => findView(name) === undefined)).toEqual([]);
    for (const name of names.filter((each) => each.startsWith('current_'))) {
      expect(columnsInSql(name)).toEqual(findView(name)?.columns.map((column) => column.name));
    }
  });

  it('has a title of its own for every column of a view', () => {
    for (const { columns } of VIEWS) {
      expect(new Set(columns.map((column) => column.title)).size).toBe(columns.length);
    }
  });

  it('knows the views without superseded documents', () => {
    expect(findView('current_projects')?.columns).toBe(findView('projects')?.columns);
    expect(findView('current_finding_runs')).toBeUndefined();
    expect(findView('current_current_projects')).toBeUndefined();
    expect(findView('document_rows')).toBeUndefined();
  });
});

describe('rows of the views', () => {
  const evidence = (quote: string) => ({ place: 't1 r9 c1', quote, block: 0, cell: 0 });
  const document = buildDocument({
    title: '预算',
    url: 'https://example.org/1',
    disclosures: [
      {
        total: '25.5',
        projects: [
          {
            name: '河道清淤',
            wan: '20.5',
            code: '99010423',
            annualGoal: '清淤 30 公里',
            indicators: [
              {
                name: '清淤长度',
                target: '≥3万米',
                weight: '12.5',
                parsed: {
                  kind: 'number',
                  operator: '>=',
                  value: '3',
                  unit: '万米',
                  quantity: '30000',
                  measure: '米',
                },
              },
              { name: '群众满意', target: null },
            ],
            costs: [{ item: '机械租赁', wan: '0.000001', calculation: '1台×0.01元' }],
          },
        ],
        statements: [
          {
            kind: 'expenditure',
            title: '部门支出总表',
            columns: [
              ['合计', 'total'],
              ['支出构成/项目支出', 'project'],
            ],
            lines: [
              { item: '合计', role: 'total', figures: ['25.5', '20.5'] },
              { item: '水利', code: '21303', level: 2, figures: ['25.5', null] },
            ],
          },
        ],
        said: [
          {
            subject: '支出预算',
            wan: '25.5',
            percent: '3.2',
            sentence: '支出预算25.5万元，增长3.2%。',
            aboutYear: 2023,
          },
          { subject: '实有人数', count: ['22', '人'], sentence: '实有人数22人。' },
        ],
      },
    ],
  });
  const [disclosure] = document.disclosures;
  disclosure?.plans.push({
    form: 0,
    project: 1,
    step: '3月底',
    share: '25',
    printed: '25%',
    evidence: evidence('25%'),
  });
  disclosure?.workPlan.push({
    form: 0,
    item: '清淤',
    office: '工程股',
    goal: '完成',
    money: wan('12.5'),
    amounts: [{ label: '总额', money: wan('12.5'), evidence: evidence('12.50') }],
    evidence: { item: evidence('清淤') },
  });
  disclosure?.texts.push({
    form: 0,
    project: null,
    kind: 'duties',
    heading: '职责',
    text: '管理河道',
    evidence: evidence('管理河道'),
  });
  document.diagnostics.push({ code: 'target-cut-off', message: '少一格' });

  const report = buildDocument({
    path: '自评.txt',
    disclosures: [
      {
        stage: 'self-evaluation',
        projects: [
          {
            name: '河道清淤',
            spending: ['20.5', '20', '18'],
            score: '91',
            indicators: [{ name: '清淤长度', actual: '3万米' }],
          },
        ],
      },
    ],
  });
  /** Views that only a self-evaluation has rows of. */
  const OF_REPORTS = ['execution', 'scores', 'project_links', 'indicator_links', 'outcomes'];

  const read = async (view: string) => {
    const store = openSqliteStore(':memory:');
    await store.save(document);
    if (OF_REPORTS.includes(view)) {
      await store.save(report);
      await linkDepartments(store);
    }
    const { rows } = await store.query(view);
    await store.close();
    return rows;
  };
  const subject = {
    province: SOME_REGION.province,
    city: SOME_REGION.city,
    region: SOME_REGION.name,
    region_code: SOME_REGION.code,
    year: 2023,
    stage: 'budget',
    department: '云溪区水利局',
    department_key: '水利局',
  };

  const ofDocuments = VIEWS.filter(
    ({ name, columns }) =>
      !name.startsWith('finding') && columns.some((column) => column.name === 'document_id'),
  );
  it.each(ofDocuments.map((view) => [view.name, view] as const))(
    '%s fits its schema and says where and when',
    async (name, view) => {
      const rows = await read(name);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        expect(rowSchema(view).parse(row)).toEqual(row);
        const { stage, ...elsewhere } = subject;
        expect(row).toMatchObject(
          ['execution', 'scores'].includes(name) ? elsewhere : { ...elsewhere, stage },
        );
      }
    },
  );

  it('shows what was saved', async () => {
    expect(await read('documents')).toMatchObject([
      {
        format: 'text',
        title: '预算',
        url: 'https://example.org/1',
        outcome: 'ok',
        forms: 1,
        cells: 20,
        set_aside_cells: 1,
        unclaimed_cells: 0,
        unresolved: null,
        superseded_by: null,
      },
    ]);
    expect(await read('budgets')).toMatchObject([
      {
        project: null,
        axis: 'total',
        category: '资金总额',
        amount_fen: 25_500_000,
        amount_wan: 25.5,
        printed: '25.5',
      },
    ]);
    expect(await read('projects')).toMatchObject([
      {
        project: '河道清淤',
        project_code: '99010423',
        amount_wan: 20.5,
        annual_goal: '清淤 30 公里',
        has_form: 1,
        state: 'disclosed',
        place: 't1 r3 c1',
      },
    ]);
    expect(await read('indicators')).toMatchObject([
      {
        project: '河道清淤',
        name: '清淤长度',
        target: '≥3万米',
        operator: '>=',
        value: '3',
        unit: '万米',
        quantity: 30000,
        measure: '米',
        weight: 12.5,
        place: 't1 r4 c1',
      },
      { project: '河道清淤', name: '群众满意', target: null, quantity: null },
    ]);
    expect(await read('costs')).toMatchObject([
      {
        project: '河道清淤',
        item: '机械租赁',
        amount_fen: 1,
        amount_wan: 0.000001,
        calculation: '1台×0.01元',
        place: 't1 r6 c2',
      },
    ]);
    expect(await read('plans')).toMatchObject([{ project: '河道清淤', step: '3月底', share: 25 }]);
    expect(await read('work_plan')).toMatchObject([
      { item: '清淤', office: '工程股', goal: '完成', amount_fen: 12500000, amounts: '总额 12.50' },
    ]);
    expect(await read('texts')).toMatchObject([{ kind: 'duties', heading: '职责', text: '管理河道' }]);
    expect(await read('statements')).toMatchObject([
      { kind: 'expenditure', title: '部门支出总表', page: null, rows: 2, blank: 0 },
    ]);
    const [statement] = await read('statements');
    expect(await read('statement_items')).toMatchObject([
      { statement_id: statement?.id, code: null, item: '合计', column: '合计', amount_wan: 25.5 },
      { kind: 'expenditure', column: '支出构成/项目支出', column_kind: 'project', amount_fen: 20_500_000 },
      { code: '21303', item: '水利', level: 2, printed: '25.5' },
    ]);
    expect(await read('statements_said')).toMatchObject([
      { subject: '支出预算', about_year: 2023, amount: 25.5, percent: 3.2, percent_of: 'change' },
      { subject: '实有人数', amount_fen: null, count: '22人', sentence: '实有人数22人。' },
    ]);
    expect((await read('cells')).slice(0, 3)).toMatchObject([
      { table: 1, row: 1, column: 1, text: '绩效目标表', status: 'set-aside', field: null, reason: 'title' },
      { row: 2, column: 1, status: 'label', field: null, reason: null },
      { row: 2, column: 2, text: '25.5', status: 'claimed', field: 'budget.amount', place: 't1 r2 c2' },
    ]);
    expect(await read('diagnostics')).toMatchObject([
      { code: 'target-cut-off', message: '少一格', place: null },
    ]);
  });
});

describe('a document with several disclosures', () => {
  it('shows in documents what they share, and each its own elsewhere', async () => {
    const store = openSqliteStore(':memory:');
    await store.save(
      buildDocument({
        disclosures: [
          { department: '水利局', departmentKey: '水利局', projects: [{ name: '清淤' }] },
          { department: '教育局', departmentKey: '教育局', year: null, projects: [{ name: '校舍' }] },
        ],
      }),
    );
    expect((await store.query('documents')).rows).toMatchObject([
      {
        region: SOME_REGION.name,
        year: null,
        department: null,
        department_key: null,
        stage: 'budget',
        unresolved: 'year',
      },
    ]);
    expect(
      (await store.query('projects', {}, { sort: 'project', columns: ['project', 'department', 'year'] }))
        .rows,
    ).toEqual([
      { project: '校舍', department: '教育局', year: null },
      { project: '清淤', department: '水利局', year: 2023 },
    ]);
    await store.close();
  });
});

describe('a superseded document', () => {
  it('stays in the views and is left out of current_*', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mingzhang-'));
    const path = join(folder, 'a.db');
    const [older, newer] = ['旧.txt', '新.txt'].map((each) =>
      buildDocument({ path: each, disclosures: [{ projects: [{ name: `项目 ${each}` }] }] }),
    );
    const writer = openSqliteStore(path);
    for (const document of [older, newer]) if (document) await writer.save(document);
    await writer.close();
    const raw = new Database(path);
    raw
      .prepare('UPDATE document_rows SET superseded_by = ? WHERE sha256 = ?')
      .run(newer?.sha256, older?.sha256);
    raw.close();
    const store = openSqliteStore(path, { readOnly: true });
    const newerId = (await store.query('documents', { text: '新' })).rows[0]?.id;
    expect((await store.query('documents', { text: '旧' })).rows).toMatchObject([{ superseded_by: newerId }]);
    expect((await store.query('projects')).rows).toHaveLength(2);
    expect((await store.query('current_projects')).rows).toMatchObject([{ project: '项目 新.txt' }]);
    expect((await store.query('current_documents')).rows).toMatchObject([{ path: '新.txt' }]);
    await store.close();
    rmSync(folder, { recursive: true });
  });
});
