/** Where a line may end: at spaces, and beside every character of Chinese, Japanese and Korean. */

/** Those characters, for a class of a regular expression. */
export const ANYWHERE = '\\u3000-\\u30FF\\u3400-\\u9FFF\\uAC00-\\uD7AF\\uFF00-\\uFFEF';

/** Spaces at which a line may end: those that hold a date or a figure together are none. */
export const SPACES = '[^\\S\\u00A0\\u2007\\u202F]+';

/** Parts a text into what stays on one line, and what stands between, in turn. */
export const BETWEEN_WORDS = new RegExp(`(${SPACES}|[${ANYWHERE}])`, 'u');
