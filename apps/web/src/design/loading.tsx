import { useVoice } from '../words/voice-context.tsx';
import './loading.css';

/** Lines where something will stand. Not shown at once: what comes within a moment needs no announcement. */
export function Loading({ lines = 3 }: { readonly lines?: number }) {
  const { say } = useVoice();
  return (
    <div className="loading" role="status">
      <span className="only-heard">{say('loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="loading-line" />
      ))}
    </div>
  );
}
