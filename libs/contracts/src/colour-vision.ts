/**
 * How far apart two colours are to an eye, full colour vision or not: OKLab (B. Ottosson, 2020) after a simulation of
 * complete colour blindness (Machado, Oliveira and Fernandes, 2009, severity 1).
 */

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

export const VISIONS = ['full', 'protanopia', 'deuteranopia', 'tritanopia'] as const;
export type Vision = (typeof VISIONS)[number];

/** On linear RGB. */
const SIMULATED: Readonly<Record<Vision, Matrix>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const TO_CONES: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const TO_LAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];

const times = (matrix: Matrix, [x, y, z]: Triple): Triple => {
  const [a, b, c] = matrix.map(([p, q, r]) => p * x + q * y + r * z);
  return [a ?? 0, b ?? 0, c ?? 0];
};

const linear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;

const linearRgb = (colour: string): Triple => {
  const [red, green, blue] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return [red ?? 0, green ?? 0, blue ?? 0];
};

const okLab = (colour: string, vision: Vision): Triple => {
  const [red, green, blue] = times(SIMULATED[vision], linearRgb(colour)).map((channel) =>
    Math.min(1, Math.max(0, channel)),
  );
  const [l, m, s] = times(TO_CONES, [red ?? 0, green ?? 0, blue ?? 0]);
  return times(TO_LAB, [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)]);
};

/**
 * @param one, other `#rrggbb`
 * @returns 0 (the same) to 1 (black and white); 0.02 is just seen side by side
 */
export const distanceOf = (one: string, other: string, vision: Vision = 'full'): number => {
  const [a, b] = [okLab(one, vision), okLab(other, vision)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
};

/** Of the lightness alone: what grey print keeps. */
export const greyDistanceOf = (one: string, other: string): number =>
  Math.abs(okLab(one, 'full')[0] - okLab(other, 'full')[0]);
