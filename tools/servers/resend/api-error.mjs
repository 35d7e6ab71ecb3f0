/** An error as Resend's API answers it (resend.com/docs/api-reference/errors): `{statusCode, name, message}`. */
export class ApiError extends Error {
  /**
   * @param {number} statusCode
   * @param {string} name
   * @param {string} message
   * @param {Record<string, string>} [headers]
   */
  constructor(statusCode, name, message, headers = {}) {
    super(message);
    this.statusCode = statusCode;
    this.name = name;
    this.headers = headers;
  }
}
