import { Missing } from "@/components/page/missing";
import { PageHeader } from "@/components/page/page-header";

export default function EventNotFound() {
  return (
    <>
      <PageHeader />
      <Missing thing="event" />
    </>
  );
}
