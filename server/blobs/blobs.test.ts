import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BlobDamaged, loadBlob, parseBlobName, storeBlob, toBlobName } from "./blobs";

const WORDS = new TextEncoder().encode("abc");
// NIST's own example of SHA-256.
const NAME = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

let home: string;
let folder: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "dateline-blobs-"));
  folder = join(home, "data", "blobs");
});
afterEach(() => rm(home, { recursive: true }));

describe("bytes that are kept", () => {
  it("lie under the hash of what they are, for the program alone", async () => {
    expect(await storeBlob(WORDS, folder)).toBe(NAME);
    const path = join(folder, NAME.slice(0, 2), NAME.slice(2));
    expect(await readFile(path, "utf8")).toBe("abc");
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    // The embedded database's user has to pass here.
    expect((await stat(join(home, "data"))).mode & 0o005).toBe(0o005);
  });

  it("come back as they were", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 1000 }), async (bytes) => {
        expect(new Uint8Array((await loadBlob(await storeBlob(bytes, folder), folder)) ?? [])).toEqual(bytes);
      }),
      { numRuns: 100 },
    );
  });

  it("are kept once, and leave nothing half written, however many bring them at a time", async () => {
    await Promise.all(Array.from({ length: 8 }, () => storeBlob(WORDS, folder)));
    expect(await readdir(join(folder, NAME.slice(0, 2)))).toEqual([NAME.slice(2)]);
  });

  it("are never passed on when they were damaged, and are whole again when they are brought again", async () => {
    const name = await storeBlob(WORDS, folder);
    await writeFile(join(folder, name.slice(0, 2), name.slice(2)), "abd");
    await expect(loadBlob(name, folder)).rejects.toThrow(BlobDamaged);
    await expect(loadBlob(name, folder)).rejects.toThrow("integrity failed");
    await storeBlob(WORDS, folder);
    expect((await loadBlob(name, folder))?.toString()).toBe("abc");
  });

  it("are not said to be kept where they cannot be", async () => {
    await writeFile(join(home, "data"), "");
    await expect(storeBlob(WORDS, folder)).rejects.toThrow(/EEXIST|ENOTDIR/);
  });

  it("are none under a name that nothing has", async () => {
    expect(await loadBlob(toBlobName(WORDS), folder)).toBeNull();
  });
});

describe("a name", () => {
  it("is 64 hexadecimal digits and no path", () => {
    expect(parseBlobName(NAME)).toBe(NAME);
    for (const text of ["", NAME.toUpperCase(), `${NAME}0`, `../${NAME.slice(3)}`, `${NAME}\n`]) {
      expect(parseBlobName(text)).toBeNull();
    }
  });
});
