import { Missing } from "@/components/page/missing";
import { PageHeader } from "@/components/page/page-header";

export default function SourceNotFound() {
  return (
    <>
      <PageHeader />
      <Missing thing="source" />
    </>
  );
}
