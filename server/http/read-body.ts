import { Refusal } from "./refusal";

/**
 * The body of a request as bytes, of which never more than `largest` are kept. Throws a Refusal 413 for a longer one:
 * before the first byte of it is read where its length is stated, else as soon as it is passed.
 */
export async function readBody(request: Request, largest: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLong = () => new Refusal(413, `The request is longer than ${Math.floor(largest / 2 ** 20)} MB.`);
  if (Number(request.headers.get("content-length") ?? "0") > largest) throw tooLong();
  if (request.body === null) throw new Refusal(400, "The request has no body.");
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    length += value?.length ?? 0;
    if (length > largest) {
      await reader.cancel().catch(() => {});
      throw tooLong();
    }
    if (value) chunks.push(value);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
