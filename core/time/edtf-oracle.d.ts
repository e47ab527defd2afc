// The package has no types; the tests need this much of it.
declare module "edtf" {
  export default function edtf(text: string): { readonly min: number; readonly max: number };
}
