CREATE VIEW current_documents AS
SELECT * FROM documents
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_budgets AS
SELECT * FROM budgets
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_projects AS
SELECT * FROM projects
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_indicators AS
SELECT * FROM indicators
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_costs AS
SELECT * FROM costs
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_plans AS
SELECT * FROM plans
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);
CREATE VIEW current_plans_in_order AS
SELECT * FROM plans_in_order
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_work_plan AS
SELECT * FROM work_plan
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_texts AS
SELECT * FROM texts
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);
CREATE VIEW current_texts_in_order AS
SELECT * FROM texts_in_order
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_cells AS
SELECT * FROM cells
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);
CREATE VIEW current_cells_in_order AS
SELECT * FROM cells_in_order
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_diagnostics AS
SELECT * FROM diagnostics
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);
CREATE VIEW current_diagnostics_in_order AS
SELECT * FROM diagnostics_in_order
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_findings AS
SELECT * FROM findings
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_statements AS
SELECT * FROM statements
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_statement_items AS
SELECT * FROM statement_items
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_statements_said AS
SELECT * FROM statements_said
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_execution AS
SELECT * FROM execution
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);
CREATE VIEW current_execution_in_order AS
SELECT * FROM execution_in_order
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_scores AS
SELECT * FROM scores
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);
CREATE VIEW current_scores_in_order AS
SELECT * FROM scores_in_order
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_project_links AS
SELECT * FROM project_links
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);
CREATE VIEW current_project_links_in_order AS
SELECT * FROM project_links_in_order
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_indicator_links AS
SELECT * FROM indicator_links
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);
CREATE VIEW current_indicator_links_in_order AS
SELECT * FROM indicator_links_in_order
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);

CREATE VIEW current_outcomes AS
SELECT * FROM outcomes
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);
CREATE VIEW current_outcomes_in_order AS
SELECT * FROM outcomes_in_order
WHERE document_id NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL);
