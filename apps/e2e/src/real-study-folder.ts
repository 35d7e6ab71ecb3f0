/** The real study as a user would bring it: its datasets, and beside them documents of the week that is reported. */
import { copyFile, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { awkwardImagesFolder, realStudyFolder } from '@rounds/adapters/testing/test-data';

/** Sites in turn: of the member of some sites, of others, of the study as a whole. */
const PLACES = [{ usubjid: '01-701-1015' }, { siteId: '703' }, {}] as const;

interface Document {
  readonly file: string;
  readonly title?: string;
  readonly caption?: string;
  readonly siteId?: string;
  readonly usubjid?: string;
  readonly receivedAt: string;
}

export const captionOf = (file: string): string => `Caption of ${file}`;

const dayOf = (index: number): string => `2013-09-0${2 + (index % 7)}`;

/** Captions and file names tell arms as well as titles and texts do. */
const TELLING_IMAGE = 'Pbo_patch_XANOMELINE-low-dose.svg';

const TELLING_DOCUMENTS: readonly (Document & { readonly text?: string })[] = [
  {
    file: 'narrative-1023.txt',
    title: 'Narrative of a subject on Xan_Hi',
    usubjid: '01-701-1023',
    receivedAt: '2013-09-04T10:30:00-04:00',
    text:
      'The subject was on Xanomeline High Dose (XAN-HI), not on placebo (Pbo), when the rash began. ' +
      'It was on XAN LO, the Xanomeline  Low-Dose arm, in the weeks before.\n',
  },
  {
    file: TELLING_IMAGE,
    title: 'Patch, Xanomeline Low Dose',
    caption: 'Application site of the xanomeline high-dose arm; the placebo arm looked alike',
    siteId: '701',
    receivedAt: '2013-09-05',
  },
];

/** Longer than a report shows, and an arm's name lies across the place where it is cut off. */
const SHOWN_CHARACTERS = 20_000;

const longText = (): string => {
  const line = 'The monitor read one more page of source data and found nothing to ask. ';
  const opening = `# Monitoring visit report\n\n${line.repeat(300)}`.slice(0, SHOWN_CHARACTERS - 8);
  return `${opening}Xanomeline High Dose ${line.repeat(100)}`;
};

const linkFiles = async (from: string, to: string): Promise<string[]> => {
  const files = (await readdir(from)).sort();
  await Promise.all(files.map((file) => symlink(join(from, file), join(to, file))));
  return files;
};

/** @returns the names of the awkward images */
export const writeRealStudy = async (folder: string): Promise<string[]> => {
  const documents = join(folder, 'documents');
  await mkdir(documents, { recursive: true });
  await linkFiles(realStudyFolder, folder);
  const images = await linkFiles(awkwardImagesFolder, documents);
  const index: Document[] = images.map((file, at) => ({
    file,
    caption: captionOf(file),
    ...PLACES[at % PLACES.length],
    receivedAt: dayOf(at),
  }));
  for (const { text, ...document } of TELLING_DOCUMENTS) {
    if (text !== undefined) await writeFile(join(documents, document.file), text);
    index.push(document);
  }
  await copyFile(join(awkwardImagesFolder, 'circle.svg'), join(documents, TELLING_IMAGE));
  await writeFile(join(documents, 'long.md'), longText());
  index.push({ file: 'long.md', title: 'Monitoring visit report', receivedAt: '2013-09-06' });
  await writeFile(join(documents, 'index.json'), JSON.stringify(index));
  return images;
};
