import { useSyncExternalStore } from 'react';
import { useVoice } from '../words/voice-context.tsx';

const follow = (changed: () => void) => {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
};

/** Says so while the device has no network: what is in sight stays, and is asked for again afterwards. */
export function Offline() {
  const { say } = useVoice();
  const isOnline = useSyncExternalStore(follow, () => navigator.onLine);
  return <div role="status">{!isOnline && <p className="shell-offline">{say('offline')}</p>}</div>;
}
