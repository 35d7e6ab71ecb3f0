/**
 * What has just happened, at the foot of the page: heard by screen readers, gone after a while, and with a way back
 * where there is one. What cannot be taken back asks before, and is no tiding.
 */
import { useEffect, useSyncExternalStore } from 'react';
import { useVoice } from '../words/voice-context.tsx';
import { Button } from './button.tsx';
import './tidings.css';

interface Tiding {
  readonly text: string;
  readonly undo?: () => void;
}

const SHOWN_MS = 12_000;

let current: Tiding | null = null;
const followers = new Set<() => void>();

const show = (tiding: Tiding | null): void => {
  current = tiding;
  for (const follower of followers) follower();
};

/** Takes the place of the one before. */
export const tell = (text: string, undo?: () => void): void => {
  show({ text, ...(undo !== undefined && { undo }) });
};

const follow = (changed: () => void) => {
  followers.add(changed);
  return () => followers.delete(changed);
};

/** Its buttons go with it: the focus then stands before the page's content, not before the whole page. */
const dismiss = (): void => {
  show(null);
  document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true });
};

export function Tidings() {
  const { say } = useVoice();
  const tiding = useSyncExternalStore(follow, () => current);
  useEffect(() => {
    if (tiding === null) return undefined;
    const timer = setTimeout(() => {
      if (current === tiding) show(null);
    }, SHOWN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [tiding]);
  return (
    <div className="tidings" role="status">
      {tiding !== null && (
        <div className="tiding">
          <p>{tiding.text}</p>
          <div className="tiding-ways">
            {tiding.undo !== undefined && (
              <Button
                variant="quiet"
                onPress={() => {
                  tiding.undo?.();
                  dismiss();
                }}
              >
                {say('undo')}
              </Button>
            )}
            <Button variant="quiet" onPress={dismiss}>
              {say('close')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
