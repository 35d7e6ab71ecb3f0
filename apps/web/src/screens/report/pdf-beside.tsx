import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Answer } from '../../design/answer.tsx';
import { useVoice } from '../../words/voice-context.tsx';
import { openFile } from './open-file.ts';
import type { Output } from './report-state.ts';

/** Without the list of its pages, which would take half of the width. */
const AS_WIDE_AS_IT_MAY = '#navpanes=0&view=FitH';

/** An address of the file that is good in this page, for as long as it shows it. */
const useAddress = (blob: Blob): string | null => {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => {
      URL.revokeObjectURL(made);
    };
  }, [blob]);
  return address;
};

function Viewer({ blob }: { readonly blob: Blob }) {
  const { say } = useVoice();
  const address = useAddress(blob);
  return address === null ? null : (
    <iframe className="report-pdf" src={`${address}${AS_WIDE_AS_IT_MAY}`} title={say('read.pdf-title')} />
  );
}

/** In the browser's own viewer, which brings search, zoom and print. */
export function PdfBeside({ output }: { readonly output: Output }) {
  const query = useQuery({
    queryKey: ['file', output.download, output.sha256],
    queryFn: ({ signal }) => openFile(output, signal),
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <div className="report-viewer only-wide">
      <Answer query={query} lines={9}>
        {({ blob }) => <Viewer blob={blob} />}
      </Answer>
    </div>
  );
}
