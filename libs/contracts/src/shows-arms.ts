/** Every report type shows arms under this name alone. Of a blinded dataset it must be false. */
export const showsArms = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (Object.hasOwn(value, 'byArm') || Object.values(value).some(showsArms));
