import { getOriginal } from "@/server/http/original-answers";

export const GET = getOriginal;
