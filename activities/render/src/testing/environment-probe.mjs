/** Stands in for the drawing thread: tells what its environment holds. */
export const decodeHeic = () => Object.keys(process.env);
