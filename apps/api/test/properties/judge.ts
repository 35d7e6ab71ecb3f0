/** Whether an answer is one that the OpenAPI document describes: its status, its media type, its body. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats, { type FormatsPlugin } from 'ajv-formats';
import type { Document } from '../documented.ts';

export interface Answered {
  readonly status: number;
  readonly mediaType: string;
  readonly text: string;
}

export type Judge = (method: string, template: string, answered: Answered) => string | null;

/** As a part of a JSON pointer within a reference. */
const escaped = (part: string): string =>
  encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

/** @returns says what is wrong with an answer, null when it is documented */
export const createJudge = (document: Document): Judge => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  // A CommonJS module: its types say less than what is there.
  (addFormats.default as FormatsPlugin)(ajv);
  // What an address must be is judged by the API; no answer's schema asks for it.
  ajv.addFormat('idn-email', true);
  ajv.addSchema(document, 'document');
  const validators = new Map<string, ValidateFunction>();
  const validatorOf = (...path: readonly string[]): ValidateFunction => {
    const $ref = `document#/paths/${path.map(escaped).join('/')}`;
    const validator = validators.get($ref) ?? ajv.compile({ $ref });
    validators.set($ref, validator);
    return validator;
  };

  return (method, template, { status, mediaType, text }) => {
    if (status >= 500) return `a fault of the server, ${status}: ${text}`;
    const answer = document.paths[template]?.[method]?.responses[String(status)];
    if (answer === undefined) return `the status ${status} is not documented: ${text}`;
    // A redirect says in its body what it says in its header.
    if (answer.content === undefined && status < 400 && status >= 300) return null;
    if (answer.content === undefined) return text === '' ? null : `a body where none is documented: ${text}`;
    const media = answer.content[mediaType];
    if (media === undefined) return `the media type ${mediaType} is not documented for ${status}`;
    if (media.schema === undefined || !mediaType.endsWith('json')) return null;
    const validate = validatorOf(
      template,
      method,
      'responses',
      String(status),
      'content',
      mediaType,
      'schema',
    );
    return validate(JSON.parse(text)) ? null : `${ajv.errorsText(validate.errors)} in ${text}`;
  };
};
