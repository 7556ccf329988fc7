// What can be written at a place of copydesk.yaml, by its JSON Schema. The place is told by indentation, since a file that is being written seldom parses.

export interface Schema {
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly oneOf?: readonly Schema[];
  readonly $ref?: string;
  readonly type?: string | readonly string[];
}

export interface Offer {
  readonly kind: "key" | "value";
  readonly text: string;
  readonly documentation: string;
  readonly isDefault: boolean;
  /** A key whose value is a map: it begins on a line of its own. */
  readonly isMap: boolean;
}

const keyLine = /^( *)([\w-]+):(.*)$/;

/** The lines above and the text before the cursor give the keys that lead there; what stands behind the cursor does not matter. */
export function offersAt(schema: Schema, above: readonly string[], before: string): readonly Offer[] {
  const value = /^( *)([\w-]+): +[\w-]*$/.exec(before);
  if (value) {
    const found = at(schema, [...parentsOf(above, value[1]?.length ?? 0), value[2] ?? ""]);
    return found.flatMap(({ schema: one, owner }) =>
      (one.enum ?? []).map(
        (text, index): Offer => ({
          kind: "value",
          text,
          documentation: one.markdownEnumDescriptions?.[index] ?? textOf(one),
          isDefault: text === owner.default,
          isMap: false,
        }),
      ),
    );
  }
  const key = /^( *)[\w-]*$/.exec(before);
  if (!key) return [];
  const indent = key[1]?.length ?? 0;
  const parents = parentsOf(above, indent);
  const written = siblingsOf(above, indent);
  return at(schema, parents)
    .flatMap(({ schema: one }) => Object.entries(one.properties ?? {}))
    .filter(([name]) => !written.has(name))
    .map(([text, one]): Offer => ({ kind: "key", text, documentation: textOf(one), isDefault: false, isMap: [one.type].flat().includes("object") }));
}

const textOf = ({ markdownDescription, description }: Schema): string => markdownDescription ?? description ?? "";

/** The keys that hold a line of that indentation, outermost first. */
function parentsOf(above: readonly string[], indent: number): readonly string[] {
  const parents: string[] = [];
  let within = indent;
  for (const line of above.toReversed()) {
    const [, spaces = "", name = ""] = keyLine.exec(line) ?? [];
    if (!name || spaces.length >= within) continue;
    parents.unshift(name);
    within = spaces.length;
  }
  return parents;
}

/** The keys of the same map that stand above. */
function siblingsOf(above: readonly string[], indent: number): ReadonlySet<string> {
  const names = new Set<string>();
  for (const line of above.toReversed()) {
    const [, spaces = "", name = ""] = keyLine.exec(line) ?? [];
    if (name && spaces.length < indent) break;
    if (name && spaces.length === indent) names.add(name);
  }
  return names;
}

interface Found {
  readonly schema: Schema;
  /** The schema of the key, which tells its default. */
  readonly owner: Schema;
}

/** What the schema says of a path: every alternative, references followed. */
function at(root: Schema, path: readonly string[]): readonly Found[] {
  const alternatives = (schema: Schema | undefined, owner = schema): readonly Found[] => {
    if (!schema || !owner) return [];
    if (schema.$ref) return alternatives(root.definitions?.[schema.$ref.replace("#/definitions/", "")], owner);
    return schema.oneOf ? schema.oneOf.flatMap((one) => alternatives(one, owner)) : [{ schema, owner }];
  };
  return path.reduce<readonly Found[]>((found, name) => found.flatMap(({ schema }) => alternatives(schema.properties?.[name])), alternatives(root));
}
