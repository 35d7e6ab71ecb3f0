interface LoggedFault {
  readonly name: string;
  /** Where it happened. */
  readonly at: readonly string[];
  readonly cause?: LoggedFault;
}

/** An error without its message: drivers quote values there, which may be personal data. */
export const forLog = (error: unknown, depth = 0): LoggedFault => {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const at = (error.stack ?? '').split('\n').flatMap((line) => /^\s+at (.+)$/.exec(line)?.[1] ?? []);
  const hasCause = error.cause !== undefined && depth < 4;
  return {
    name: error.name,
    at: at.slice(0, 12),
    ...(hasCause ? { cause: forLog(error.cause, depth + 1) } : {}),
  };
};
