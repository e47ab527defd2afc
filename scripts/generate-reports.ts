import type { Assertion } from "@/core/record/vocabulary";
import { addDays, type Day } from "@/core/time/day";
import type { Zone } from "@/core/time/zone";
import type { InventedEvent, InventedReport } from "@/server/commands/generate-events";
import { type SyntheticEvent, toSyntheticEvents } from "./generate-model";

// As many events as a long report of news agencies has.
const REPORT_EVENTS = 20;
const PUBLISHERS = [
  "Harbour Press",
  "The Meridian",
  "Northern Wire",
  "Daily Lantern",
  "Isthmus News",
  "Orbis Agency",
];
const ASSERTIONS: readonly Assertion[] = [
  ...["occurred", "occurred", "occurred", "occurred", "occurred", "occurred", "occurred"],
  ...["claimed", "planned", "ongoing"],
] as Assertion[];

/** Reports of `n` synthetic events, in the order of time; the same for the same seed. */
export function* toReports(n: number, seed: number): Generator<InventedReport, void, undefined> {
  let events: SyntheticEvent[] = [];
  let number = 0;
  for (const event of toSyntheticEvents(n, seed)) {
    events.push(event);
    if (events.length < REPORT_EVENTS) continue;
    yield toReport(events, ++number);
    events = [];
  }
  if (events.length > 0) yield toReport(events, ++number);
}

function toReport(events: readonly SyntheticEvent[], number: number): InventedReport {
  const last = toDay(Math.max(...events.map(({ start }) => start)));
  return {
    title: `Report ${number}, to ${last}`,
    publisher: PUBLISHERS[number % PUBLISHERS.length] ?? "",
    publishedOn: addDays(last, 1),
    events: events.map((event, at) => toInvented(event, number * REPORT_EVENTS + at)),
  };
}

function toInvented(event: SyntheticEvent, number: number): InventedEvent {
  const { city, spot, lon, lat, placePrecision, title, category } = event;
  const edtf = toEdtf(event);
  const [timeWords = ""] = edtf.split("/");
  return {
    title,
    category,
    assertion: ASSERTIONS[number % ASSERTIONS.length] ?? "occurred",
    edtf,
    place: {
      name: spot === 0 ? city.name : `${city.name}, district ${spot}`,
      ...{ lon, lat, precision: placePrecision, radiusKm: null },
      countryCode: city.countryCode,
      zone: city.zone as Zone,
    },
    line: `${timeWords}: ${title}, as was heard in ${city.name}.`,
    timeWords,
  };
}

function toEdtf({ start, end, precision }: SyntheticEvent): string {
  const [first, last] =
    precision === "day" ? [toDay(start), toDay(end - 1)] : [toMinute(start), toMinute(end - 1)];
  return first === last ? first : `${first}/${last}`;
}

function toDay(instant: number): Day {
  return new Date(instant).toISOString().slice(0, 10) as Day;
}

function toMinute(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 16)}Z`;
}
