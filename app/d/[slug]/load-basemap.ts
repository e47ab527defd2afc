/** The basemap's file, which comes with the program. */
export async function loadBasemap(): Promise<unknown> {
  const response = await fetch("/basemap/countries.json");
  if (!response.ok) throw new Error(`Basemap: the server answered ${response.status}.`);
  return response.json();
}
