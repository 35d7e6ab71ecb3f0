/** Imported for what it does: it leaves its part of PDF.js where the other part looks for it. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
