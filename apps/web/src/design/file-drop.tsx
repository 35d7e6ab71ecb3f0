import type { ReactNode } from 'react';
import { DropZone } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Text } from 'react-aria-components/Text';
import { Button } from './button.tsx';
import './file-drop.css';

interface FileDropProps {
  /** What to do here, as one reads and hears it. */
  readonly label: string;
  /** Of the button that opens the device's own dialog. */
  readonly choose: string;
  /** Below the button. */
  readonly note?: ReactNode;
  /** As of `accept`. A hint: whoever takes the files judges them. */
  readonly types: readonly string[];
  readonly onFiles: (files: File[]) => void;
}

type DropEvent = Parameters<NonNullable<Parameters<typeof DropZone>[0]['onDrop']>>[0];

const filesIn = ({ items }: DropEvent): Promise<File[]> =>
  Promise.all(items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : [])));

/** Takes files that are dropped, pasted, or chosen by a button. */
export function FileDrop({ label, choose, note, types, onFiles }: FileDropProps) {
  return (
    <DropZone className="file-drop" onDrop={(event) => void filesIn(event).then(onFiles)}>
      <Text slot="label">{label}</Text>
      <FileTrigger
        allowsMultiple
        acceptedFileTypes={types}
        onSelect={(files) => {
          onFiles([...(files ?? [])]);
        }}
      >
        <Button>{choose}</Button>
      </FileTrigger>
      {note}
    </DropZone>
  );
}
