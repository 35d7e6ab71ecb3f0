declare module 'heic-decode' {
  interface Decoded {
    readonly width: number;
    readonly height: number;
    /** RGBA, four bytes a pixel. */
    readonly data: Uint8ClampedArray;
  }
  interface Undecoded {
    readonly width: number;
    readonly height: number;
    decode(): Promise<Decoded>;
  }
  const heicDecode: {
    all(input: { buffer: Uint8Array }): Promise<Undecoded[] & { dispose(): void }>;
  };
  export default heicDecode;
}
