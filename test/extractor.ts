import { generateExtractor } from "@/scripts/build-extractor";

/** Before the tests: the program that reads documents, as its sources are now. */
export default function setUp(): void {
  generateExtractor();
}
