/**
 * Messages and stack traces of failures are moved into a payload, which the codec then encrypts: without this
 * they would lie in the history as plain text. Temporal loads this file by its path, in every process that
 * reads or writes histories and in the workflow sandbox; hence CommonJS, and a file of its own.
 */
const { DefaultFailureConverter } = require('@temporalio/common');

exports.failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
