import { compareSchema } from "./compare-schema";

// Prisma's exit code for "they differ".
const DIFFERENT = 2;

const { status, output } = await compareSchema(["--exit-code"]);
if (status !== 0) {
  const isDrift = status === DIFFERENT;
  const fault = isDrift ? "prisma/schema.prisma is not what the migrations make" : "The comparison failed";
  process.stderr.write(`${fault}:\n${output}`);
  process.exitCode = 1;
}
