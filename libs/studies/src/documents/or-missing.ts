/** For `.catch`: what is not there, or is a file in place of a folder, counts as `fallback`. */
export const orMissing =
  <T>(fallback: T) =>
  (error: unknown): T => {
    if (
      typeof error === 'object' &&
      error !== null &&
      'code' in error &&
      (error.code === 'ENOENT' || error.code === 'ENOTDIR')
    )
      return fallback;
    throw error;
  };
