import { checkReadiness } from "@/server/queries/check-readiness";

/** Whether the process can serve: 200, or 503 with the reason. */
export async function GET(): Promise<Response> {
  const readiness = await checkReadiness();
  return Response.json(
    readiness.isReady ? { status: "ready" } : { status: "waiting", reason: readiness.reason },
    {
      status: readiness.isReady ? 200 : 503,
      headers: { "cache-control": "no-store", ...(readiness.isReady ? {} : { "retry-after": "2" }) },
    },
  );
}

export const dynamic = "force-dynamic";
