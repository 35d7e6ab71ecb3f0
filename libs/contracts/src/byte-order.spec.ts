import { compareBytes } from './byte-order.ts';

const TEXTS = ['', 'a', 'ab', 'b', 'é', '\ud7ff', '\ue000', '\uffff', '😀', '😀a', 'a😀', 'a\uffff', '日本'];

describe('compareBytes', () => {
  it('orders as the UTF-8 bytes do', () => {
    for (const a of TEXTS)
      for (const b of TEXTS)
        expect(Math.sign(compareBytes(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
  });
});
