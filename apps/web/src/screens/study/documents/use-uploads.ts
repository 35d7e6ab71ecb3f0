import { useReducer, useRef } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { changed } from '../../../api/changes.ts';
import { appConfig } from '../../../api/config.ts';
import { upload } from '../../../api/upload.ts';
import { DOCUMENTS } from './documents.queries.ts';

export interface Belongs {
  /** Empty: not said. */
  readonly siteId: string;
  readonly subject: string;
}

interface Sending {
  readonly file: File;
  /** For each try the same, so that nothing is stored twice. */
  readonly key: string;
  readonly belongs: Belongs;
}

export interface UploadState extends Sending {
  readonly state: 'waiting' | 'sending' | 'added' | 'failed';
  /** Percent. */
  readonly sent: number;
  readonly error?: unknown;
}

type Step =
  | { readonly add: readonly Sending[] }
  | { readonly key: string; readonly becomes: Partial<UploadState> }
  | { readonly remove: string };

const after = (all: readonly UploadState[], step: Step): readonly UploadState[] => {
  if ('add' in step)
    return [...all, ...step.add.map((each) => ({ ...each, state: 'waiting' as const, sent: 0 }))];
  if ('remove' in step) return all.filter(({ key }) => key !== step.remove);
  return all.map((each) => (each.key === step.key ? { ...each, ...step.becomes } : each));
};

const formOf = ({ file, belongs: { siteId, subject } }: Sending): FormData => {
  const form = new FormData();
  if (siteId !== '') form.set('siteId', siteId);
  if (subject !== '') form.set('subject', subject);
  form.set('file', file);
  return form;
};

/** Known before it is sent: on a slow line that would take minutes, for a refusal. */
export class TooLarge extends Error {}

const checkSize = async ({ size }: File): Promise<void> => {
  const { limits } = await appConfig();
  if (size > limits.uploadBytes) throw new TooLarge(`More than ${String(limits.uploadBytes)} bytes.`);
};

/** Files on their way to the study, one after the other. */
export const useUploads = (studyId: string) => {
  const queryClient = useQueryClient();
  const [uploads, step] = useReducer(after, []);
  const line = useRef(Promise.resolve());
  const stops = useRef(new Map<string, AbortController>());

  const send = async (sending: Sending): Promise<void> => {
    const { key } = sending;
    const stop = stops.current.get(key);
    if (stop === undefined || stop.signal.aborted) return;
    const becomes = (state: Partial<UploadState>): void => {
      step({ key, becomes: state });
    };
    becomes({ state: 'sending', sent: 0 });
    try {
      const onProgress = (sent: number): void => {
        becomes({ sent });
      };
      await checkSize(sending.file);
      const path = `/api/v1/studies/${encodeURIComponent(studyId)}/documents` as const;
      await upload({ path, form: formOf(sending), key, onProgress, signal: stop.signal });
      becomes({ state: 'added', sent: 100 });
      await changed(queryClient, DOCUMENTS);
    } catch (error) {
      becomes({ state: 'failed', error });
    }
  };

  const queue = (sending: Sending): void => {
    stops.current.set(sending.key, new AbortController());
    line.current = line.current.then(() => send(sending));
  };

  return {
    uploads,
    add: (files: readonly File[], belongs: Belongs): void => {
      const added = files.map((file) => ({ file, belongs, key: crypto.randomUUID() }));
      step({ add: added });
      for (const each of added) queue(each);
    },
    again: (sending: Sending): void => {
      step({ key: sending.key, becomes: { state: 'waiting', error: undefined } });
      queue(sending);
    },
    /** Also while it is being sent. */
    remove: (key: string): void => {
      stops.current.get(key)?.abort();
      step({ remove: key });
    },
  };
};
