/** Where a line may end: at spaces, and beside every character of Chinese, Japanese and Korean. */

/** Those characters, for a class of a regular expression. */
export const ANYWHERE = '\\u3000-\\u30FF\\u3400-\\u9FFF\\uAC00-\\uD7AF\\uFF00-\\uFFEF';

/** Parts a text into what stays on one line, and what stands between, in turn. */
export const BETWEEN_WORDS = new RegExp(`(\\s+|[${ANYWHERE}])`, 'u');
