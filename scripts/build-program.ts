import { prepareProgram } from "./build";

await prepareProgram();
