import { ApiError } from './api-error.mjs';

const ADDRESS = /^[^\s@<>,]+@[^\s@<>,]+\.[^\s@<>,]+$/;
const TAG = /^[\w-]{1,256}$/;
const MAX_RECIPIENTS = 50;
const MAX_ATTACHMENT_BYTES = 40_000_000;

/**
 * @typedef {object} Attachment
 * @property {string} filename
 * @property {string} content base64
 * @property {string} [content_type]
 * @property {string} [content_id]
 *
 * @typedef {object} Mail a message as accepted: lists are lists, absent ones empty
 * @property {string} from
 * @property {string[]} to
 * @property {string[]} cc
 * @property {string[]} bcc
 * @property {string[]} reply_to
 * @property {string} subject
 * @property {string | null} html
 * @property {string | null} text
 * @property {Record<string, string>} headers
 * @property {{ name: string, value: string }[]} tags
 * @property {Attachment[]} attachments
 */

/**
 * @param {unknown} body of `POST /emails`
 * @returns {Mail}
 * @throws {ApiError} that names the field
 */
export function parseMail(body) {
  if (!isRecord(body)) throw invalid('The body must be a JSON object.');
  for (const field of ['from', 'to', 'subject']) {
    if (body[field] === undefined)
      throw new ApiError(422, 'missing_required_field', `Missing \`${field}\` field.`);
  }
  if (!body.html && !body.text) {
    throw new ApiError(422, 'missing_required_field', 'Missing `html` or `text` field.');
  }
  for (const field of ['scheduled_at', 'template', 'topic_id']) {
    if (body[field])
      throw new ApiError(422, 'invalid_parameter', `This endpoint does not support \`${field}\`.`);
  }
  const to = addresses(body, 'to');
  if (to.length === 0 || to.length > MAX_RECIPIENTS) {
    throw invalid(`The \`to\` field takes 1 to ${MAX_RECIPIENTS} addresses; it has ${to.length}.`);
  }
  return {
    from: sender(body.from),
    to,
    cc: addresses(body, 'cc'),
    bcc: addresses(body, 'bcc'),
    reply_to: addresses(body, 'reply_to'),
    subject: string(body, 'subject') ?? '',
    html: string(body, 'html'),
    text: string(body, 'text'),
    headers: headers(body.headers),
    tags: tags(body.tags),
    attachments: attachments(body.attachments),
  };
}

/** @param {string} address `email@example.com` or `Name <email@example.com>` */
export function bareAddress(address) {
  return (/<([^<>]+)>\s*$/.exec(address)?.[1] ?? address).trim();
}

/** @param {string} message */
function invalid(message) {
  return new ApiError(422, 'validation_error', message);
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * @param {Record<string, unknown>} body
 * @param {string} field
 * @returns {string | null}
 */
function string(body, field) {
  const value = body[field] ?? null;
  if (value !== null && typeof value !== 'string') throw invalid(`The \`${field}\` field must be a string.`);
  return value;
}

/** @param {unknown} value */
function sender(value) {
  if (typeof value === 'string' && ADDRESS.test(bareAddress(value))) return value;
  throw invalid(badAddress('from'));
}

/**
 * @param {Record<string, unknown>} body
 * @param {string} field
 * @returns {string[]}
 */
function addresses(body, field) {
  const value = body[field] ?? [];
  const list = Array.isArray(value) ? value : [value];
  if (list.every((each) => typeof each === 'string' && ADDRESS.test(bareAddress(each)))) return list;
  throw invalid(badAddress(field));
}

/** @param {string} field */
function badAddress(field) {
  return `Invalid \`${field}\` field. The email address needs to follow the \`email@example.com\` or \`Name <email@example.com>\` format.`;
}

/**
 * @param {unknown} value
 * @returns {Record<string, string>}
 */
function headers(value) {
  if (value === undefined || value === null) return {};
  if (!isRecord(value) || !Object.values(value).every((each) => typeof each === 'string')) {
    throw invalid('The `headers` field must be an object of strings.');
  }
  return /** @type {Record<string, string>} */ (value);
}

/**
 * @param {unknown} value
 * @returns {Mail['tags']}
 */
function tags(value) {
  const list = Array.isArray(value) ? value : [];
  for (const tag of list) {
    if (TAG.test(tag?.name) && TAG.test(tag?.value)) continue;
    throw invalid('Tags should only contain ASCII letters, numbers, underscores, or dashes, 256 at most.');
  }
  return list;
}

/**
 * @param {unknown} value
 * @returns {Attachment[]}
 */
function attachments(value) {
  const list = Array.isArray(value) ? value : [];
  for (const each of list) {
    if (typeof each?.content === 'string' && typeof each.filename === 'string') continue;
    throw new ApiError(422, 'invalid_attachment', 'Attachments must have a `filename` and their `content`.');
  }
  const characters = list.reduce((sum, each) => sum + each.content.length, 0);
  if (characters > MAX_ATTACHMENT_BYTES) throw invalid('Attachments must not exceed 40 MB, after encoding.');
  return list;
}
