/** The columns of a `StoredIndicator`. */
export const INDICATOR_COLUMNS = `
  indicator.id, indicator.plan_id as "planId", indicator.code, indicator.kind,
  indicator.definition_hash as "definitionHash",
  indicator.state, indicator.version, indicator.log_seq as "logSeq", indicator.log_hash as "logHash",
  indicator.fault`;
