import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { loadVoice } from './load.ts';
import type { Language, Voice } from './voice.ts';

interface Speaking {
  readonly voice: Voice;
  readonly speak: (language: Language) => void;
}

const VoiceContext = createContext<Speaking | null>(null);

const useSpeaking = (): Speaking => {
  const speaking = use(VoiceContext);
  if (speaking === null) throw new Error('There is no voice here: put this within a VoiceProvider.');
  return speaking;
};

/** How to speak to the reader; what uses it says everything anew when they choose another language. */
export const useVoice = (): Voice => useSpeaking().voice;

/** Changes the language of the app; words that cannot be loaded leave it as it is. */
export const useSpeak = (): Speaking['speak'] => useSpeaking().speak;

export function VoiceProvider({ first, children }: { readonly first: Voice; readonly children: ReactNode }) {
  const [voice, setVoice] = useState(first);
  const [wanted, setWanted] = useState(first.language);
  useEffect(() => {
    let isCurrent = true;
    if (wanted === voice.language) return undefined;
    const change = async (): Promise<void> => {
      const loaded = await loadVoice(wanted);
      await loaded.whole;
      if (isCurrent) setVoice(loaded);
    };
    change().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [wanted, voice.language]);
  return (
    <VoiceContext value={{ voice, speak: setWanted }}>
      <I18nProvider locale={voice.locale}>{children}</I18nProvider>
    </VoiceContext>
  );
}
