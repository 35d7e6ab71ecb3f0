import { useEffect, useState } from 'react';
import { useVoice } from '../words/voice-context.tsx';
import './loading.css';

/** What takes longer is said to do so, lest it look broken. */
const USUAL_MS = 6_000;

const useIsSlow = (): boolean => {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSlow(true);
    }, USUAL_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return isSlow;
};

/** Lines where something will stand. Not shown at once: what comes within a moment needs no announcement. */
export function Loading({ lines = 3 }: { readonly lines?: number }) {
  const { say } = useVoice();
  const isSlow = useIsSlow();
  return (
    <div className="loading" role="status">
      {isSlow ? <p>{say('loading.slow')}</p> : <span className="only-heard">{say('loading')}</span>}
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="loading-line" />
      ))}
    </div>
  );
}
