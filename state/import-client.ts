import type {
  ImportMessage,
  ImportRequest,
  ReadingRequest,
  WireImportResult,
  WirePreview,
  WireUpload,
} from "@/wire/import";

/** What the server refuses, in its own words. */
export class ImportProblem extends Error {
  override readonly name = "ImportProblem";
}

/** Brings a file to the server; `onProgress` hears from 0 to 1. Throws an ImportProblem with the reason. */
export function uploadFile(
  file: File,
  signal: AbortSignal,
  onProgress: (portion: number) => void,
): Promise<WireUpload> {
  return new Promise((resolve, reject) => {
    // fetch does not tell how much has been sent.
    const request = new XMLHttpRequest();
    request.open("POST", `/api/v1/imports?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => {
      if (request.status === 201) resolve(JSON.parse(request.responseText));
      else reject(new ImportProblem(toReason(request.responseText)));
    };
    request.onerror = () => reject(new ImportProblem("The server does not answer."));
    request.onabort = () => reject(new ImportProblem("Broken off."));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

/** Asks what the first rows of a file would become. Throws an ImportProblem with the reason. */
export async function loadPreview(
  id: string,
  reading: ReadingRequest,
  signal: AbortSignal,
): Promise<WirePreview> {
  const response = await post(`/api/v1/imports/${id}/preview`, reading, signal);
  return response.json();
}

/** Imports a file; `onProgress` hears how far it is. Throws an ImportProblem with the reason; then nothing was imported. */
export async function runImport(
  id: string,
  request: ImportRequest,
  signal: AbortSignal,
  onProgress: (rows: number, portion: number) => void,
): Promise<WireImportResult> {
  const response = await post(`/api/v1/imports/${id}/run`, request, signal);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let held = "";
  for (;;) {
    const { value, done } = (await reader?.read()) ?? { done: true };
    if (done)
      throw new ImportProblem("The server broke off. Nothing was imported, unless the dossier shows it.");
    const lines = `${held}${value}`.split("\n");
    held = lines.pop() ?? "";
    for (const line of lines) {
      const message: ImportMessage = JSON.parse(line);
      if ("result" in message) return message.result;
      if ("problem" in message) throw new ImportProblem(message.problem);
      onProgress(message.progress.rows, message.progress.portion);
    }
  }
}

async function post(path: string, body: unknown, signal: AbortSignal): Promise<Response> {
  const response = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    signal,
  }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new ImportProblem("The server does not answer.");
  });
  if (!response.ok) throw new ImportProblem(toReason(await response.text()));
  return response;
}

function toReason(text: string): string {
  try {
    const { detail, faults = [] }: { detail: string; faults?: { parameter: string; reason: string }[] } =
      JSON.parse(text);
    return [detail, ...faults.map(({ parameter, reason }) => `${parameter}: ${reason}`)].join(" ");
  } catch {
    return "The server gave an answer that cannot be read.";
  }
}
