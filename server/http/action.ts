import type * as z from "zod";
import { Refusal, toFailure } from "./endpoint";
import { checkOwnPage } from "./own-machine";

type Handler<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>;

/** A handler that changes something: only for pages of this program on its own machine; `act` may throw a Refusal. */
export function toAction<P>(act: (request: Request, params: P) => Promise<Response>): Handler<P> {
  return async (request, { params }) => {
    try {
      checkOwnPage(request);
      return await act(request, await params);
    } catch (error) {
      return toFailure(request, error);
    }
  };
}

const MOST_CHARACTERS = 100_000;

/** The body of a request as JSON of this shape; throws a Refusal that names what is wrong. */
export async function readJsonBody<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  checkType(request, "application/json");
  if (Number(request.headers.get("content-length") ?? "0") > MOST_CHARACTERS) {
    throw new Refusal(413, "The request is longer than 100 kB.");
  }
  const text = await request.text();
  if (text.length > MOST_CHARACTERS) throw new Refusal(413, "The request is longer than 100 kB.");
  const result = schema.safeParse(parse(text));
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => ({
    parameter: path.join("."),
    value: null,
    reason: message,
  }));
  throw new Refusal(422, "The request has faults.", faults);
}

/** No form of another site can send these types without asking first. */
export function checkType(request: Request, type: string): void {
  const [given = ""] = (request.headers.get("content-type") ?? "").split(";");
  if (given.trim().toLowerCase() !== type) throw new Refusal(415, `The content type has to be ${type}.`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, "The request is no JSON.");
  }
}
