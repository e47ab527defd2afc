import type { DatasetIndex } from "@/core/record/dataset-index";
import type { Reading } from "@/core/record/reading";
import type { Place } from "@/core/record/record";
import { whenToWords } from "@/core/time/when-words";
import styles from "./event-article.module.css";

/** When, where and who, each with the reason why the event is read so. */
export function EventFacts({ reading, index }: { reading: Reading; index: DatasetIndex }) {
  const { event } = reading;
  const basis = reading.citations.find(({ citation }) => citation.id === reading.basisId);
  const place = event.placeId === null ? null : index.places.get(event.placeId);
  const origin = event.originId === null ? null : index.places.get(event.originId);
  const placeWords =
    basis?.citation.placeWords ??
    reading.citations.find(({ citation }) => citation.placeWords)?.citation.placeWords;

  return (
    <dl className={styles.facts}>
      <dt>When</dt>
      <dd>
        {reading.when && basis ? (
          <>
            {basis.citation.timeWords && <>“{basis.citation.timeWords}” → </>}
            {basis.citation.when ? whenToWords(basis.citation.when) : whenToWords(reading.when)}
            {basis.citation.timeRule && <Reason>{basis.citation.timeRule}</Reason>}
            {basis.citation.when && basis.citation.when.edtf !== reading.when.edtf && (
              <Reason>read as {whenToWords(reading.when)}</Reason>
            )}
          </>
        ) : reading.when ? (
          whenToWords(reading.when)
        ) : (
          "None of its sources gives a date."
        )}
      </dd>
      <dt>Where</dt>
      <dd>
        {event.isLeg && (origin ? <>From {origin.name} to </> : <>To </>)}
        {place ? (
          <>
            {placeWords && placeWords !== place.name && <>“{placeWords}” → </>}
            {place.name} <code className={styles.machine}>{toCoordinates(place)}</code>
            <Reason>
              {PRECISION[place.precision]}
              {event.placeRule ? `, ${event.placeRule}` : ""}
              {event.isLeg && !origin ? "; from where is not stated" : ""}
            </Reason>
          </>
        ) : (
          "No place is stated: the event is on the timeline and in the list, with no mark on the map."
        )}
      </dd>
      {event.participations.length > 0 && (
        <>
          <dt>Who</dt>
          <dd>
            <ul className={styles.who}>
              {event.participations.map(({ actorId, role }) => (
                <li key={actorId}>
                  {index.actors.get(actorId)?.name}
                  <Reason>{role}</Reason>
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </dl>
  );
}

function Reason({ children }: { children: React.ReactNode }) {
  return <span className={styles.reason}> {children}</span>;
}

const PRECISION: Record<Place["precision"], string> = {
  exact: "exact place",
  city: "known to the city",
  region: "known to the region",
  country: "known to the country",
};

function toCoordinates({ lat, lon }: Place): string {
  const part = (degrees: number, positive: string, negative: string) =>
    `${Math.abs(degrees).toFixed(2)}° ${degrees < 0 ? negative : positive}`;
  return `${part(lat, "N", "S")} ${part(lon, "E", "W")}`;
}
