/** The columns of a `StoredIndicator`, with its state read as `state` says. */
export const indicatorColumns = (state: string) => `
  indicator.id, indicator.plan_id as "planId", indicator.code, indicator.kind,
  indicator.definition_hash as "definitionHash",
  ${state} as state, indicator.version, indicator.log_seq as "logSeq", indicator.log_hash as "logHash",
  indicator.fault`;

export const INDICATOR_COLUMNS = indicatorColumns('indicator.state');
