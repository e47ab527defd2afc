import { answerLive } from "@/server/http/live";

export const GET = answerLive;
