import * as z from "zod";
import { VisibilitySchema } from "./account";
import {
  CountsSchema,
  DatasetSchema,
  DossierDetailSchema,
  DossiersSchema,
  EventSchema,
  EventsPageSchema,
  SearchSchema,
  SourceDetailSchema,
} from "./api";
import { ChangesQuerySchema, ChangesSchema } from "./changes";
import { COLUMNS_TYPE } from "./columns";
import { CUBE_TYPE } from "./cube";
import { EventQuerySchema, UnpagedQuerySchema } from "./event-query";
import {
  GazetteerQuerySchema,
  GazetteerSchema,
  NamedPlacesQuerySchema,
  NamedPlacesSchema,
} from "./gazetteer";
import { ACCOUNT_ACTIONS, ACCOUNT_RESOURCES, type AccountAction } from "./openapi-accounts";
import { WRITE_REFUSALS, WRITES, type Write } from "./openapi-writes";
import { EventStateQuerySchema, NoQuerySchema, SearchQuerySchema, SourceQuerySchema } from "./plain-queries";
import { PROBLEM_TYPE, ProblemSchema } from "./problem";
import { ProposalSchema, ProposalsQuerySchema, ProposalsSchema } from "./proposal";

type Resource = {
  readonly path: string;
  readonly summary: string;
  readonly query: z.ZodObject;
  /** A schema of JSON, or the media types of bytes. */
  readonly answer: z.ZodType | readonly string[];
};

const DOSSIER = "/api/v1/dossiers/{slug}";

/** Every resource of the public interface, with the schemas by which it is read and answered. */
export const RESOURCES: readonly Resource[] = [
  {
    path: "/api/v1/dossiers",
    summary: "Every dossier with what it holds.",
    query: NoQuerySchema,
    answer: DossiersSchema,
  },
  {
    path: DOSSIER,
    summary: "A dossier: its sources, places and actors.",
    query: NoQuerySchema,
    answer: DossierDetailSchema,
  },
  {
    path: `${DOSSIER}/events`,
    summary:
      "Events in time order, then the undated, by pages. An undated event lies in no window: with `from` or `to` it is left out.",
    query: EventQuerySchema,
    answer: EventsPageSchema,
  },
  {
    path: `${DOSSIER}/events/{event}`,
    summary: "One event with every passage that reports it.",
    query: EventStateQuerySchema,
    answer: EventSchema,
  },
  {
    path: `${DOSSIER}/sources/{source}`,
    summary: "One source: its stored text and the passages quoted from it.",
    query: SourceQuerySchema,
    answer: SourceDetailSchema,
  },
  {
    path: `${DOSSIER}/changes`,
    summary: "The history of the dossier, or of one thing in it, newest first.",
    query: ChangesQuerySchema,
    answer: ChangesSchema,
  },
  {
    path: `${DOSSIER}/proposals`,
    summary: "What contributors propose, newest first: to an editor all, to a contributor their own.",
    query: ProposalsQuerySchema,
    answer: ProposalsSchema,
  },
  {
    path: `${DOSSIER}/proposals/{proposal}`,
    summary: "One proposal, and what became of it.",
    query: NoQuerySchema,
    answer: ProposalSchema,
  },
  {
    path: `${DOSSIER}/search`,
    summary: "The ids of all events that a full-text search finds, in no order.",
    query: SearchQuerySchema,
    answer: SearchSchema,
  },
  {
    path: `${DOSSIER}/counts`,
    summary:
      "How many events touch a window of whole UTC days, by cell of the map and category; `from` and `to` are needed.",
    query: UnpagedQuerySchema,
    answer: CountsSchema,
  },
  {
    path: `${DOSSIER}/dataset`,
    summary:
      "All that the dashboard shows, or the part that a query asks for, in the dashboard's own format, which changes with the program.",
    query: UnpagedQuerySchema,
    answer: DatasetSchema,
  },
  {
    path: `${DOSSIER}/crowd`,
    summary:
      "The dated events as numbers, in one of the dashboard's own two layouts of bytes, which change with the program.",
    query: UnpagedQuerySchema,
    answer: [COLUMNS_TYPE, CUBE_TYPE],
  },
  {
    path: `${DOSSIER}/visibility`,
    summary: "Who sees the dossier; for its owners.",
    query: NoQuerySchema,
    answer: VisibilitySchema,
  },
  ...ACCOUNT_RESOURCES,
  {
    path: "/api/v1/gazetteer",
    summary: "Countries, regions and cities of the world whose names begin with what is asked for.",
    query: GazetteerQuerySchema,
    answer: GazetteerSchema,
  },
  {
    path: "/api/v1/gazetteer/named",
    summary: "The places that a passage may name, each with the words that name it.",
    query: NamedPlacesQuerySchema,
    answer: NamedPlacesSchema,
  },
];

type Action = {
  readonly path: string;
  readonly summary: string;
  readonly accepts: readonly string[];
  readonly answers: Readonly<Record<string, string>>;
};

const REFUSALS = {
  401: "Sign in first.",
  403: "The account may not do this, or it is not asked for by a page of this program.",
  413: "The request is too long.",
  415: "The content type is another.",
  422: "The file or the request has faults.",
  429: WRITE_REFUSALS[429],
};

/** What changes something; for pages of the program alone. */
const ACTIONS: readonly Action[] = [
  {
    path: "/api/v1/documents",
    summary:
      "Keeps a document's bytes and reads its text: a file as multipart/form-data in the field `file`, or JSON with `text`, `html` or `url`.",
    accepts: ["multipart/form-data", "application/json"],
    answers: {
      201: "The document's SHA-256, its text, what is proposed for its source, and the sources that hold it already.",
      503: "The database is away, or many documents are being read.",
    },
  },
  {
    path: "/api/v1/imports",
    summary: "Brings a file, which waits a day to be imported; `name` in the query is what it is called.",
    accepts: ["application/octet-stream"],
    answers: { 201: "Its id, name and size." },
  },
  {
    path: "/api/v1/imports/{id}/preview",
    summary: "What the first rows of the file would become.",
    accepts: ["application/json"],
    answers: { 200: "Format, columns and rows.", 404: "There is no such file." },
  },
  {
    path: "/api/v1/imports/{id}/run",
    summary: "Imports the file, whole or not at all; a client that goes away breaks it off.",
    accepts: ["application/json"],
    answers: {
      200: "Lines of JSON: progress, at last a result or a problem.",
      404: "There is no such file.",
    },
  },
];

/** The OpenAPI 3.1 description of the public interface, made from the schemas that it is served by. */
export function toOpenApi(): object {
  return {
    openapi: "3.1.0",
    info: {
      title: "Dateline",
      version: "1",
      description:
        "Dated, placed events, each tied to the verbatim passage that reports it. Answers carry a strong ETag; " +
        "errors are problem+json (RFC 9457). Lists in a parameter are given by commas or by repeating it.",
      license: { name: "MIT", identifier: "MIT" },
    },
    paths: {
      ...toPaths(),
      ...Object.fromEntries(ACTIONS.map((action) => [action.path, toAction(action)])),
      [REJECTS_PATH]: { get: toRejects() },
      [LIVE_PATH]: { get: toLive() },
      [ORIGINAL_PATH]: { get: toOriginal() },
      "/api/v1/oidc/begin": { get: toLead("Leads a browser to the provider that a team signs in by.") },
      "/api/v1/oidc/callback": {
        get: toLead("Where the provider leads it back to, which begins a session."),
      },
      "/api/v1/openapi.json": {
        get: { summary: "This description.", responses: { 200: { description: "OpenAPI 3.1." } } },
      },
    },
    components: {
      schemas: toComponents(),
      securitySchemes: {
        key: {
          ...{ type: "http", scheme: "bearer" },
          description: "A key of an account, made on its page; instead of the cookie of a session.",
        },
      },
    },
    security: [{}, { key: [] }],
  };
}

function toPaths(): Record<string, object> {
  const paths: Record<string, object> = {};
  for (const resource of RESOURCES) paths[resource.path] = toPathItem(resource);
  for (const action of ACCOUNT_ACTIONS) {
    paths[action.path] = { ...paths[action.path], [action.method]: toAccountOperation(action) };
  }
  for (const write of WRITES) paths[write.path] = { ...paths[write.path], [write.method]: toWrite(write) };
  return paths;
}

function toAccountOperation({ path, summary, body, answers }: AccountAction): object {
  const responses = Object.entries({ ...REFUSALS, ...answers }).map(([status, text]) =>
    Number(status) < 300 ? [status, { description: text }] : [status, toProblemResponse(text)],
  );
  return {
    summary,
    parameters: toPathParameters(path),
    ...(body && {
      requestBody: { required: true, content: { "application/json": { schema: toReference(body) } } },
    }),
    responses: Object.fromEntries(responses),
  };
}

function toWrite({ path, method, summary, body, answer, status }: Write): object {
  const headers = [
    ...(method === "post" ? [] : [{ name: "If-Match", required: true }]),
    ...(method === "post" ? [{ name: "Idempotency-Key", required: false }] : []),
  ];
  const done = {
    description: answer ? "As it is then." : "The id of the change, or the dossier.",
    headers: { "Dateline-Change": { description: "By which it is undone.", schema: { type: "string" } } },
    ...(answer ? { content: { "application/json": { schema: toReference(answer) } } } : {}),
  };
  const refused = Object.entries(WRITE_REFUSALS).map(([code, text]) => [code, toProblemResponse(text)]);
  return {
    summary,
    parameters: [
      ...toPathParameters(path),
      ...headers.map((header) => ({ ...header, in: "header", schema: { type: "string" } })),
    ],
    requestBody: {
      required: method !== "delete",
      content: { "application/json": { schema: toReference(body) } },
    },
    responses: Object.fromEntries([[status, done], ...refused]),
  };
}

const REJECTS_PATH = "/api/v1/imports/{id}/rejects";

function toRejects(): object {
  return {
    summary: "The rows that the import of a file left out, each with what is wrong with it, for a day.",
    parameters: toPathParameters(REJECTS_PATH),
    responses: {
      200: { description: "A table.", content: { "text/csv": { schema: { type: "string" } } } },
      403: toProblemResponse(REFUSALS[403]),
      404: toProblemResponse("There are no such rows any more."),
    },
  };
}

const LIVE_PATH = `${DOSSIER}/live`;

function toLive(): object {
  return {
    summary:
      "What is changed in a dossier, as it happens; Last-Event-ID or `after` catches up on what was missed.",
    parameters: [
      ...toPathParameters(LIVE_PATH),
      { name: "after", in: "query", required: false, schema: { type: "string", format: "uuid" } },
      { name: "Last-Event-ID", in: "header", required: false, schema: { type: "string" } },
    ],
    responses: {
      200: {
        description: "Events `change` with {subject, kind}, under the id of their entry in the history.",
        content: { "text/event-stream": { schema: { type: "string" } } },
      },
      404: toProblemResponse("There is no such dossier."),
    },
  };
}

function toLead(summary: string): object {
  return {
    summary,
    responses: {
      303: { description: "On the way; where it failed, to /sign-in." },
      404: toProblemResponse("No provider is set."),
      429: toProblemResponse(REFUSALS[429]),
    },
  };
}

const ORIGINAL_PATH = `${DOSSIER}/sources/{source}/document`;

function toOriginal(): object {
  return {
    summary:
      "The bytes that a text of the source was taken from, for those who may change it; they are compared with their hash and can only be saved.",
    parameters: [...toPathParameters(ORIGINAL_PATH), ...toParameters(SourceQuerySchema)],
    responses: {
      200: {
        description: "The bytes as they were brought.",
        content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
      },
      404: toProblemResponse("There is none, or not for this caller."),
      500: toProblemResponse(
        "The bytes are not there any more, or are not what was brought: integrity failed.",
      ),
    },
  };
}

function toPathParameters(path: string): object[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    ...{ name, in: "path", required: true, schema: { type: "string" } },
  }));
}

function toPathItem({ path, summary, query, answer }: Resource): object {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const operation = {
    summary,
    parameters: [
      ...names.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } })),
      ...toParameters(query),
      { name: "If-None-Match", in: "header", required: false, schema: { type: "string" } },
    ],
    responses: {
      200: {
        description: "The answer.",
        headers: { ETag: { description: "Strong tag of the bytes.", schema: { type: "string" } } },
        content: toContent(answer),
      },
      304: { description: "What the caller holds is still so." },
      400: toProblemResponse("A parameter is unknown or wrong; `faults` names each."),
      ...(names.length > 0 ? { 404: toProblemResponse("There is no such thing.") } : {}),
      ...(query === UnpagedQuerySchema
        ? { 413: toProblemResponse("More than travels at once; ask for less.") }
        : {}),
      500: toProblemResponse("A failure; `id` names it in the log."),
      503: toProblemResponse("The database is away; Retry-After says when to ask again."),
    },
  };
  return { get: operation };
}

function toContent(answer: Resource["answer"]): object {
  if (!Array.isArray(answer)) return { "application/json": { schema: toReference(answer as z.ZodType) } };
  return Object.fromEntries(answer.map((type) => [type, { schema: { type: "string", format: "binary" } }]));
}

function toAction({ path, summary, accepts, answers }: Action): object {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const described = Object.entries(answers).map(([status, description]) =>
    Number(status) < 300 ? [status, { description }] : [status, toProblemResponse(description)],
  );
  const refused = Object.entries(REFUSALS).map(([status, text]) => [status, toProblemResponse(text)]);
  return {
    post: {
      summary,
      parameters: names.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } })),
      requestBody: {
        required: true,
        content: Object.fromEntries(accepts.map((type) => [type, { schema: {} }])),
      },
      responses: Object.fromEntries([...described, ...refused]),
    },
  };
}

function toParameters(query: z.ZodObject): object[] {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: "input" });
  return Object.entries(properties).map(([name, schema]) => {
    const { description, ...rest } = typeof schema === "object" ? schema : {};
    return {
      name,
      in: "query",
      required: required.includes(name),
      ...(description === undefined ? {} : { description }),
      ...(rest.type === "array" ? { style: "form", explode: false } : {}),
      schema: rest,
    };
  });
}

function toProblemResponse(description: string): object {
  return { description, content: { [PROBLEM_TYPE]: { schema: toReference(ProblemSchema) } } };
}

const toUri = (id: string) => `#/components/schemas/${id}`;

function toReference(schema: z.ZodType): object {
  const id = z.globalRegistry.get(schema)?.id;
  if (id === undefined) throw new Error("OpenAPI: a schema of an answer has no id.");
  return { $ref: toUri(id) };
}

// The registry writes every named schema once and lets the others refer to it.
function toComponents(): object {
  const { schemas } = z.toJSONSchema(z.globalRegistry, { uri: toUri });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $id: _, $schema: __, ...schema }]) => [id, schema]),
  );
}
