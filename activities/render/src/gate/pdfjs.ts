/** PDF.js, loaded with the first PDF that is read. */
import type * as PdfJs from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Whose methods the build of PDF.js for older engines replaces, for all of the thread. */
const REPLACED: readonly object[] = [Array.prototype, Function.prototype, JSON];

const methodsOf = (holder: object) => Object.entries(Object.getOwnPropertyDescriptors(holder));

/** Puts back what has been replaced since. */
const keepMethods = (): (() => void) => {
  const own = REPLACED.flatMap((holder) =>
    methodsOf(holder).map(([name, method]) => ({ holder, name, method })),
  );
  return () => {
    for (const { holder, name, method } of own)
      if (Object.getOwnPropertyDescriptor(holder, name)?.value !== method.value)
        Object.defineProperty(holder, name, method);
  };
};

/**
 * That build replaces `push`, `JSON.stringify` and others by its own wherever the engine's are wrong in cases that
 * nobody meets: several times slower, for all that the thread does. The engine's are put back.
 */
const load = async (): Promise<typeof PdfJs> => {
  const restore = keepMethods();
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // Else PDF.js loads it with the first file, and it replaces them once more.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  restore();
  return pdfjs;
};

let loaded: ReturnType<typeof load> | undefined;

export const pdfJs = (): ReturnType<typeof load> => (loaded ??= load());
