import { computed } from "@preact/signals";
import { loadLibrary, techniqueFile, techniquesById } from "../library/catalogue.ts";
import { ownTools } from "../notes/own.ts";

/** What each tool is called, the library's or the person's own, by id. */
export const toolNames = computed<ReadonlyMap<string, string>>(
  () =>
    new Map(
      [...techniquesById.value.values(), ...ownTools()].map(
        ({ id, label }) => [id, label] as const,
      ),
    ),
);

/** Asks for everything that a list of entries names. */
export function loadNames(): void {
  loadLibrary();
  techniqueFile.load();
}
