/** The one place whose zones name this zone; none where none does, or where more than one does. */
export function zoneOf<Place extends { dataset: DOMStringMap }>(
  places: readonly Place[],
  zone: string,
): Place | undefined {
  const named = places.filter(({ dataset }) => dataset["zones"]?.split(" ").includes(zone));
  return named.length === 1 ? named[0] : undefined;
}
