import { buildProgram, generateClient } from "./build";

generateClient();
buildProgram();
