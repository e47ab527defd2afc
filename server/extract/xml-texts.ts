import { Parser } from "htmlparser2";

/** The texts of the elements of these names, in order. External entities are never looked up. */
export function locateXmlTexts(xml: string, names: readonly string[]): { name: string; text: string }[] {
  const found: { name: string; text: string }[] = [];
  let open: { name: string; text: string } | null = null;
  const parser = new Parser(
    {
      onopentagname(name) {
        if (open === null && names.includes(name)) open = { name, text: "" };
      },
      ontext(data) {
        if (open !== null) open.text += data;
      },
      onclosetag(name) {
        if (open?.name !== name) return;
        found.push(open);
        open = null;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return found;
}
