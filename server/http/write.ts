import { createHash } from "node:crypto";
import type * as z from "zod";
import { FieldError } from "@/core/record/field-error";
import type { Instant } from "@/core/time/instant";
import type { ProblemStatus } from "@/wire/problem";
import type { Access } from "../access/admit";
import type { Signed } from "../commands/change-dossier";
import { type Answer, once } from "../commands/once";
import { transact } from "../commands/transact";
import { type RefusalKind, WriteRefusal } from "../commands/write-refusal";
import { settleLater } from "../counts/settle-later";
import { database, type Transaction } from "../db";
import type { Act } from "./guard";
import { checkType, parseBody } from "./json-body";
import { Refusal } from "./refusal";

/** A write as it reaches the commands: everything about the request is checked. */
export type Asked<P, B> = {
  readonly tx: Transaction;
  readonly params: P;
  readonly body: B;
  readonly signed: Signed;
  /** The version that the writer saw; `null` if it was not said. */
  readonly seen: number | null;
};

export type Writing<P, S extends z.ZodType> = {
  readonly schema: S;
  /** Whether the writer has to say which version was seen. */
  readonly needsVersion: boolean;
  /** What is shown to a writer who saw another version. */
  readonly present?: (params: P) => Promise<unknown>;
  readonly write: (asked: Asked<P, z.output<S>>) => Promise<Answer>;
};

// The longest text of a source with its quotation marks escaped; beyond ten megabytes a body is cut off on its way.
const MOST_CHARACTERS = 9_000_000;

/** What writes, in one transaction, once somebody is let in. */
export function toWriter<P, S extends z.ZodType>(writing: Writing<P, S>): Act<P> {
  return async (request, params, access) => {
    try {
      return toResponse(await run(request, params, access, writing));
    } catch (error) {
      throw await toRefusal(error, params, writing);
    }
  };
}

async function run<P, S extends z.ZodType>(
  request: Request,
  params: P,
  { author, authorId }: Access,
  { schema, needsVersion, write }: Writing<P, S>,
): Promise<Answer> {
  const text = await readText(request);
  const seen = readVersion(request, needsVersion);
  const key = readKey(request);
  const body = parseBody(text === "" ? "{}" : text, schema);
  const now = Date.now() as Instant;
  const signed = { author, authorId, now, reason: toReason(body) };
  const digest = toDigest(request, seen, text);
  const answer = await transact(database(), (tx) => {
    const work = () => write({ tx, params, body, signed, seen });
    return key === null ? work() : once(tx, { author: authorId ?? author, key, digest, now }, work);
  });
  if (answer.changeId !== null) settleLater();
  return answer;
}

// What is deleted needs no words.
async function readText(request: Request): Promise<string> {
  const isBare = request.method === "DELETE" && !request.headers.has("content-type");
  if (!isBare) checkType(request, "application/json");
  const tooLong = new Refusal(413, "The request is longer than 9 MB.");
  if (Number(request.headers.get("content-length") ?? "0") > MOST_CHARACTERS) throw tooLong;
  const text = await request.text();
  if (text.length > MOST_CHARACTERS) throw tooLong;
  return text;
}

function readVersion(request: Request, isNeeded: boolean): number | null {
  const header = request.headers.get("if-match");
  if (header === null && isNeeded) {
    throw new Refusal(428, 'Say which version you saw: If-Match: "<version>".');
  }
  if (header === null || header.trim() === "*") return null;
  const version = /^\s*"(\d{1,9})"\s*$/.exec(header)?.[1];
  if (version === undefined) {
    const fault = { parameter: "If-Match", value: header, reason: "Expected a version in quotation marks." };
    throw new Refusal(400, "If-Match names no version.", [fault]);
  }
  return Number(version);
}

function readKey(request: Request): string | null {
  const key = request.method === "POST" ? request.headers.get("idempotency-key") : null;
  if (key === null || /^[\x21-\x7e]{1,200}$/.test(key)) return key;
  const reason = "Expected up to 200 characters of ASCII, without spaces.";
  throw new Refusal(400, "Idempotency-Key cannot be used.", [
    { parameter: "Idempotency-Key", value: key, reason },
  ]);
}

function toReason(body: unknown): string | null {
  if (typeof body !== "object" || body === null || !("reason" in body)) return null;
  return typeof body.reason === "string" ? body.reason : null;
}

function toDigest({ method, url }: Request, seen: number | null, text: string): string {
  const asked = [method, new URL(url).pathname, seen, text];
  return createHash("sha256").update(JSON.stringify(asked)).digest("hex");
}

function toResponse({ status, location, changeId, body }: Answer): Response {
  return new Response(body, {
    status,
    headers: {
      "content-type": "application/json; charset=utf-8",
      "cache-control": "no-store",
      ...(location === null ? {} : { location }),
      ...(changeId === null ? {} : { "dateline-change": changeId }),
    },
  });
}

const STATUSES: Record<RefusalKind, ProblemStatus> = {
  unknown: 404,
  gone: 410,
  stale: 412,
  conflict: 409,
  invalid: 422,
};

async function toRefusal<P, S extends z.ZodType>(
  error: unknown,
  params: P,
  { present }: Writing<P, S>,
): Promise<unknown> {
  if (error instanceof FieldError) return toFaulty(error.field, error.message);
  if (!(error instanceof WriteRefusal)) return error;
  if (error.field !== null) return toFaulty(error.field, error.message);
  if (error.kind !== "stale" || !present) return new Refusal(STATUSES[error.kind], error.message);
  try {
    return new Refusal(412, error.message, undefined, { present: await present(params) });
  } catch (failure) {
    return failure;
  }
}

function toFaulty(parameter: string, reason: string): Refusal {
  return new Refusal(422, "The request has faults.", [{ parameter, value: null, reason }]);
}
