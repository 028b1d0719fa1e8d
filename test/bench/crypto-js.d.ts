/** As much of crypto-js as the official JS connector uses; the package carries no types. */
declare module 'crypto-js' {
  type Encoding = { readonly name?: never };
  type WordArray = { toString(encoding?: Encoding): string };
  const CryptoJS: {
    readonly AES: {
      encrypt(text: string, passphrase: string): WordArray;
      decrypt(base64: string, passphrase: string): WordArray;
    };
    readonly enc: { readonly Utf8: Encoding };
  };
  // biome-ignore lint/style/noDefaultExport: this is how the package exports
  export default CryptoJS;
}
