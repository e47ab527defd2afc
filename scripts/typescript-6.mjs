// Loaded before dependency-cruiser, which reads TypeScript through the compiler's programming interface. Version 7,
// which checks our types, has none any more; so the cruiser is handed version 6 under the name it asks for.
import Module, { register } from "node:module";

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => resolveFilename(toVersion6(request), ...rest);

const hook = `export const resolve = (name, context, next) => next((${toVersion6})(name), context);`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);

function toVersion6(name) {
  return name.replace(/^typescript(?=$|\/)/, "typescript-6");
}
