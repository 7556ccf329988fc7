export { parseDocument } from "./alt/parse.ts";
