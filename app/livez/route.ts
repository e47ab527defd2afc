/** Whether the process answers; asks nothing of the database, which a restart of this process would not mend. */
export function GET(): Response {
  return new Response("ok\n", { headers: { "cache-control": "no-store", "content-type": "text/plain" } });
}

export const dynamic = "force-dynamic";
