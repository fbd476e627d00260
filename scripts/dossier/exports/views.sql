-- Who says who did it: one row for each claim about responsibility; nothing else says so.
CREATE VIEW who_says_who_did_it AS
SELECT
  claims.about AS event,
  events.title AS event_title,
  claims.id AS claim,
  claims.kind AS kind,
  claims.claimant AS claimant,
  claims.claimant_as_reported AS claimant_as_reported,
  claims.target AS target,
  claims.target_as_reported AS target_as_reported,
  claims.wording_as_reported AS wording_as_reported,
  'reported, not verified' AS standing
FROM claims
LEFT JOIN events ON events.id = claims.about
WHERE claims.kind IN (
  'responsibility_claimed', 'responsibility_blamed', 'carried_out_according_to', 'accusation', 'denial'
)
ORDER BY claims.about, claims.id;

-- Every statement with whose word it is and the passages that say it.
CREATE VIEW sourced_statements AS
SELECT
  statements.id AS statement,
  statements.record AS record,
  records.title AS record_title,
  statements.field AS field,
  statements.value AS value,
  statements.read_by AS read_by,
  statements.source AS source,
  (
    SELECT group_concat(coalesce(actors.name, statement_sources.as_reported), ' > ')
    FROM statement_sources LEFT JOIN actors ON actors.id = statement_sources.actor
    WHERE statement_sources.statement = statements.id
  ) AS according_to,
  (
    SELECT group_concat(statement_evidence.evidence, ' ')
    FROM statement_evidence
    WHERE statement_evidence.statement = statements.id
  ) AS passages
FROM statements
LEFT JOIN records ON records.id = statements.record;
