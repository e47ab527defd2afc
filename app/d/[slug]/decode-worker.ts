import type { Columns } from "@/core/brush/columns";
import type { Cube } from "@/core/brush/cube";
import { COLUMNS_TYPE, decodeColumns } from "@/wire/columns";
import { CUBE_TYPE, decodeCube } from "@/wire/cube";

type Asked = { readonly id: number; readonly type: string; readonly bytes: Uint8Array };

export type Decoded = { readonly id: number } & (
  | { readonly kind: "columns"; readonly columns: Columns }
  | { readonly kind: "cube"; readonly cube: Cube }
  | { readonly kind: "broken"; readonly reason: string }
);

addEventListener("message", ({ data }: MessageEvent<Asked>) => {
  const answer = decode(data);
  postMessage(answer, { transfer: toBuffers(answer) });
});

function decode({ id, type, bytes }: Asked): Decoded {
  try {
    if (type === CUBE_TYPE) return { id, kind: "cube", cube: decodeCube(bytes) };
    if (type === COLUMNS_TYPE) {
      return { id, kind: "columns", columns: decodeColumns(bytes) };
    }
    return { id, kind: "broken", reason: `the server sent “${type}”` };
  } catch (error) {
    return { id, kind: "broken", reason: error instanceof Error ? error.message : String(error) };
  }
}

// Handed over, not copied.
function toBuffers(decoded: Decoded): Transferable[] {
  if (decoded.kind === "broken") return [];
  const values = Object.values(decoded.kind === "cube" ? decoded.cube : decoded.columns);
  return values.flatMap((value) => (ArrayBuffer.isView(value) ? [value.buffer as ArrayBuffer] : []));
}
