import { afterEach, expect, it, vi } from "vitest";
import { toFailure } from "@/server/http/failure";
import { toLimited } from "@/server/http/limited";
import { editorClient } from "./editor-client";

afterEach(() => vi.unstubAllGlobals());

function answerWith(response: Response): void {
  vi.stubGlobal("fetch", async () => response);
}

const order = { title: "Fish", summary: "", zone: "UTC" };

it("asks again under the same key for what was too much, and says when", async () => {
  const request = new Request("http://localhost/api/v1/dossiers", { method: "POST" });
  answerWith(toFailure(request, toLimited("Too many changes in a short time; this one was not made.", 7)));
  expect(await editorClient.createDossier(order, "key")).toEqual({
    kind: "away",
    reason: "Too many changes in a short time; this one was not made. Try again in 7 seconds.",
  });
});

it("gives up the key of what was refused, by its fields", async () => {
  const fault = { parameter: "title", value: null, reason: "Too long." };
  answerWith(Response.json({ detail: "The request has faults.", faults: [fault] }, { status: 422 }));
  expect(await editorClient.createDossier(order, "key")).toEqual({
    ...{ kind: "refused", reason: "The request has faults.", faults: [fault] },
  });
});
