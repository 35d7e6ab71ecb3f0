/** For `.catch`: a file or folder that is not there counts as `fallback`; any other fault stays one. */
export const orMissing =
  <T>(fallback: T) =>
  (error: unknown): T => {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT')
      return fallback;
    throw error;
  };
