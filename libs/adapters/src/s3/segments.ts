/** The objects that cuts of one study share. */
import { createHmac } from 'node:crypto';

export const segmentFolder = (studyId: string): string => `segments/${encodeURIComponent(studyId)}/`;

/**
 * A key is never put twice: one that nothing names can be removed without anybody being about to name it. So equal
 * content that was put twice has two keys, and one address.
 */
export const segmentKey = (studyId: string, address: string, cutId: string): string =>
  `${segmentFolder(studyId)}${address}.${cutId}.gz`;

/** HMAC-SHA256 of the content, hex. @param key hex */
export const addressOf = (key: string, text: string): string =>
  createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex');

/** What report types keep of the study's segments. */
export const stateFolder = (studyId: string): string => `states/${encodeURIComponent(studyId)}/`;
