"use client";

import { createContext, useContext } from "react";
import type { EditorClient } from "./editor-client";

export const EditorContext = createContext<EditorClient | null>(null);

/** The way to the server; throws where nothing can be edited. */
export function useEditorClient(): EditorClient {
  const client = useContext(EditorContext);
  if (client === null) throw new Error("useEditorClient: nothing can be edited here.");
  return client;
}
