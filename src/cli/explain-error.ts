/** Conditions that a person can mend; their messages say how, and a stack would only hide that. */
const FORESEEN: ReadonlySet<string> = new Set([
  'commandFailed',
  'settingsInvalid',
  'SMTP_SETTING',
  'redisUrlInvalid',
  'databaseUnavailable',
  'folderLocked',
  'queueUnavailable',
  'webCannotListen',
  'kindChanged',
  'unknownIndicator',
  'apiProblem',
  'serverUnreachable',
  'CONFIG_FILE_MISSING',
  'PLAN_NOT_WRITTEN',
]);

/** An error in words for the person at the terminal: plain where it was foreseen, with its stack where it was not. */
export function explainError(error: unknown): string {
  if (!(error instanceof Error)) return `Something went wrong that nobody foresaw: ${String(error)}`;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code !== undefined && FORESEEN.has(code)) return withCapital(error.message);
  // The system said no: a folder that may not be written, a full disk.
  if (code !== undefined && syscall !== undefined) return `The system refuses: ${error.message}`;
  return `Something went wrong that nobody foresaw. Please report it with these lines:\n${error.stack ?? error.message}`;
}

function withCapital(sentence: string): string {
  // The path of a file stays as it is, for editors to find it.
  if (/^\S*[/\\]/.test(sentence)) return sentence;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
