import { useVoice } from '../../../words/voice-context.tsx';
import type { ImportDetails } from '../overview/deliveries.ts';

/** Texts and images of the import that were not taken. */
export function RefusedDocuments({ details: { refusedDocuments } }: { readonly details: ImportDetails }) {
  const { say, knows } = useVoice();
  if (refusedDocuments === null || refusedDocuments.length === 0) return null;
  const why = (code: string): string => {
    const message = `document.refused.${code}`;
    return knows(message) ? say(message as 'document.refused.empty') : code;
  };
  return (
    <section className="study-section" aria-labelledby="refused-documents">
      <h3 id="refused-documents">{say('import.refused-documents')}</h3>
      <ul>
        {refusedDocuments.map(({ file, code }, place) => (
          // Whoever is blinded is told no names, so that several may be equal.
          <li key={place}>{file === null ? why(code) : `${file}: ${why(code)}`}</li>
        ))}
      </ul>
    </section>
  );
}
