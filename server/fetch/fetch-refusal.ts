/** A page that cannot or may not be fetched, with the reason for whoever asked. */
export class FetchRefusal extends Error {
  override readonly name = "FetchRefusal";
}
