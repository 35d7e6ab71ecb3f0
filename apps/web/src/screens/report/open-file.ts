/** Files come with the reader's token into the page's own memory: no address of theirs is good for anybody else. */
import { api } from '../../api/client.ts';
import { contentPath, fileNameIn, type Output } from './report-state.ts';

export interface OpenedFile {
  readonly blob: Blob;
  readonly name: string;
}

/** @throws RoundsProblem as the API refuses it, RoundsUnreachable */
export const openFile = async (output: Output, signal?: AbortSignal): Promise<OpenedFile> => {
  const response = await api.open(contentPath(output), { ...(signal !== undefined && { signal }) });
  const name = fileNameIn(response.headers.get('Content-Disposition'), `report.${output.format}`);
  return { blob: await response.blob(), name };
};

const LONG_ENOUGH_MS = 60_000;

export const saveFile = ({ blob, name }: OpenedFile): void => {
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  // Browsers begin to write it after the click.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, LONG_ENOUGH_MS);
};
