/** What is used here of WebAssembly and what the types of `quickjs-wasi` refer to: TypeScript has it only beside the DOM. */
declare namespace WebAssembly {
  const Module: {
    new (bytes: Uint8Array<ArrayBuffer>): Module;
    exports: (module: Module) => readonly { readonly name: string; readonly kind: string }[];
  };
  class RuntimeError extends Error {}
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
}

type BufferSource = ArrayBuffer | ArrayBufferView<ArrayBuffer>;
