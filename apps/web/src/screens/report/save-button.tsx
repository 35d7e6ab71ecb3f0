import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changed } from '../../api/changes.ts';
import { Button } from '../../design/button.tsx';
import { tell } from '../../design/tidings.tsx';
import { useVoice } from '../../words/voice-context.tsx';
import { openFile, saveFile } from './open-file.ts';
import type { Output } from './report-state.ts';

interface SaveButtonProps {
  readonly output: Output;
  readonly label: string;
  /** Where the label alone does not say which file. */
  readonly ariaLabel?: string;
  readonly variant?: 'main' | 'usual';
}

export function SaveButton({ output, label, ariaLabel, variant = 'usual' }: SaveButtonProps) {
  const { say } = useVoice();
  const queryClient = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: () => openFile(output),
    onSuccess: async (file) => {
      saveFile(file);
      await changed(queryClient, '/api/v1/jobs/{jobId}');
    },
    onError: () => {
      tell(say('read.not-saved'));
    },
  });
  return (
    <Button
      variant={variant}
      isPending={isPending}
      onPress={() => {
        mutate();
      }}
      {...(ariaLabel !== undefined && { 'aria-label': ariaLabel })}
    >
      {label}
    </Button>
  );
}
