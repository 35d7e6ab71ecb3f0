/** Texts and images by extension. Whether an image can be shown is found out when a report is drawn. */
import { extname } from 'node:path';
import type { DocumentDocument } from '@rounds/contracts/collections';

type Media = Pick<DocumentDocument, 'kind' | 'mediaType'>;

const text = (mediaType: string): Media => ({ kind: 'text', mediaType });
const image = (mediaType: string): Media => ({ kind: 'image', mediaType });

const BY_EXTENSION: Readonly<Record<string, Media>> = {
  '.txt': text('text/plain'),
  '.md': text('text/markdown'),
  '.markdown': text('text/markdown'),
  '.jpg': image('image/jpeg'),
  '.jpeg': image('image/jpeg'),
  '.jpe': image('image/jpeg'),
  '.png': image('image/png'),
  '.gif': image('image/gif'),
  '.webp': image('image/webp'),
  '.avif': image('image/avif'),
  '.heic': image('image/heic'),
  '.heif': image('image/heif'),
  '.tif': image('image/tiff'),
  '.tiff': image('image/tiff'),
  '.svg': image('image/svg+xml'),
  '.bmp': image('image/bmp'),
  '.ico': image('image/vnd.microsoft.icon'),
  '.jp2': image('image/jp2'),
  '.jxl': image('image/jxl'),
};

export const mediaOf = (file: string): Media | undefined => BY_EXTENSION[extname(file).toLowerCase()];

/** Of documents that are taken. */
export const MEDIA_TYPES = [...new Set(Object.values(BY_EXTENSION).map(({ mediaType }) => mediaType))];
