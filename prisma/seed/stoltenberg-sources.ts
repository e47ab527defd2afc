import type { DraftSource } from "@/core/record/draft";
import { toExcerpts } from "@/core/text/excerpts";

const CAPTION =
  "NATO Secretary General Jens Stoltenberg attends an TV interview in a hall at Davos Congress Centre, the venue of the World Economic Forum (WEF) 2023, in the Alpine resort of Davos, Switzerland, January 18, 2023.";
const ARRIVAL =
  "SEOUL (Reuters) -NATO Secretary General Jens Stoltenberg arrived in South Korea on Sunday, the first stop on a trip that will include Japan and is aimed at strengthening ties with the U.S. allies in the face of the war in Ukraine and rising competition with China.";
const SEOUL =
  "In the South Korean capital, Seoul, Stoltenberg met Foreign Minister Park Jin, and was expected to meet President Yoon Suk-yeol and Minister of National Defence Lee Jong-Sup.";
const TOKYO =
  "Flying to Tokyo on Monday, the secretary general has meetings scheduled with Prime Minister Fumio Kishida and other Japanese officials.";
const YONHAP =
  "While NATO will remain focussed on Europe and North America, its members are affected by issues around the world, Stoltenberg told South Korea’s Yonhap News agency in an interview.";
const SUMMIT =
  "Yoon and Kishida became the first leaders from their countries to attend a NATO summit, joining alliance leaders as observers last year.";
const MISSION =
  "Following the summit, South Korea opened its first diplomatic mission to NATO, vowing to deepen cooperation on non-proliferation, cyber defence, counter-terrorism, disaster response and other security areas.";
const WARNING =
  "Chinese state media had warned against South Korea and Japan attending the NATO summit and criticised the alliance’s broadening partnerships in Asia.";
const WEAPONS =
  "Both North Korea and Russia have denied U.S. accusations that North Korea is supplying weapons for the war in Ukraine.";
const TANKS =
  "North Korea on Sunday criticised for a second day a U.S. decision to send tanks to Ukraine, calling it an “unethical crime” aimed at perpetuating an unstable international situation.";

const TRIP = "Stoltenberg is scheduled to make a two-day trip to Seoul on January 29-30";
const ONWARD = "Following his Seoul trip, Stoltenberg will fly to Japan for a two-day visit.";
const CREDENTIALS =
  "Ambassador Yoon Soon-gu, who has been named as the head of the mission, will present his credentials to NATO Secretary-General Jens Stoltenberg in Brussels on Tuesday (local time) and begin his official duties.";
const JULY =
  "it was an historic moment when the President of the Republic of Korea met all the other NATO leaders at the NATO Summit in Madrid in July last year.";
const NOVEMBER =
  "I welcome the fact that South Korea established a dedicated diplomatic mission to NATO last November.";
const JUNE = "And last June, I was honoured to welcome President Yoon to our NATO Summit in Madrid.";
const WRAPPED_UP =
  "NATO Secretary General Jens Stoltenberg wrapped up a two-day visit to the Republic of Korea on Monday (30 January 2023) with talks with President Yoon Suk Yeol.";
const PARK =
  "Meeting with Foreign Minister Park Jin on Sunday (29 January 2023), the Secretary General welcomed the Republic of Korea’s new Mission to NATO";
const TALKS =
  "NATO Secretary General Jens Stoltenberg met with Japanese Prime Minister Fumio Kishida in Tokyo on Tuesday (31 January 2023) for talks on shared security challenges and NATO’s deepening partnership with Japan.";
const IRUMA =
  "Earlier on Tuesday, the Secretary General visited Iruma Air Base and met with personnel of Japan’s Self-Defence Forces.";

/** Only what is quoted is stored: the texts belong to their publishers. */
export const SOURCES: readonly DraftSource[] = [
  {
    slug: "reuters",
    title: "NATO's Stoltenberg in South Korea to deepen ties in Asia",
    publisher: "Reuters",
    byline: "Josh Smith, SEOUL",
    language: "en",
    publishedOn: "2023-01-29",
    coverage: "excerpts",
    // Paragraphs that follow one another in the report stay together.
    text: toExcerpts([
      CAPTION,
      [ARRIVAL, SEOUL].join("\n\n"),
      [TOKYO, YONHAP].join("\n\n"),
      [SUMMIT, MISSION, WARNING].join("\n\n"),
      [WEAPONS, TANKS].join("\n\n"),
    ]),
    passages: [
      { slug: "reuters-davos", exact: CAPTION },
      { slug: "reuters-arrival", exact: ARRIVAL },
      {
        slug: "reuters-park",
        exact: "In the South Korean capital, Seoul, Stoltenberg met Foreign Minister Park Jin",
      },
      { slug: "reuters-yoon", exact: "was expected to meet President Yoon Suk-yeol" },
      {
        slug: "reuters-lee",
        exact: "was expected to meet President Yoon Suk-yeol and Minister of National Defence Lee Jong-Sup",
      },
      { slug: "reuters-flight", exact: "Flying to Tokyo on Monday" },
      { slug: "reuters-kishida", exact: TOKYO },
      { slug: "reuters-yonhap", exact: YONHAP },
      { slug: "reuters-summit", exact: SUMMIT },
      { slug: "reuters-mission", exact: MISSION },
      { slug: "reuters-warning", exact: WARNING },
      { slug: "reuters-weapons-denied", exact: WEAPONS },
      {
        slug: "reuters-weapons-claimed",
        exact: "U.S. accusations that North Korea is supplying weapons for the war in Ukraine",
      },
      { slug: "reuters-north-korea", exact: TANKS },
      { slug: "reuters-tanks", exact: "a U.S. decision to send tanks to Ukraine" },
    ],
  },
  {
    slug: "ians",
    title: "NATO chief to visit S.Korea next week",
    publisher: "IANS / Lokmat Times",
    language: "en",
    url: "https://www.lokmattimes.com/politics/nato-chief-to-visit-skorea-next-week/",
    publishedOn: "2023-01-23",
    coverage: "excerpts",
    text: toExcerpts([TRIP, ONWARD]),
    passages: [
      { slug: "ians-trip", exact: TRIP },
      { slug: "ians-japan", exact: ONWARD },
    ],
  },
  {
    slug: "yonhap",
    title: "S Korea's NATO mission set to begin operations this week",
    publisher: "Yonhap",
    language: "en",
    url: "https://en.yna.co.kr/view/AEN20221121007100325",
    publishedOn: "2022-11-21",
    coverage: "excerpts",
    text: CREDENTIALS,
    passages: [{ slug: "yonhap-mission", exact: CREDENTIALS }],
  },
  {
    slug: "nato-park",
    title: "Remarks with South Korean Foreign Minister Park Jin (transcript)",
    publisher: "NATO",
    language: "en",
    url: "https://www.nato.int/cps/en/natohq/opinions_211298.htm",
    publishedOn: "2023-01-29",
    coverage: "excerpts",
    text: JULY,
    passages: [{ slug: "nato-park-summit", exact: JULY }],
  },
  {
    slug: "nato-chey",
    title: "Speech at the CHEY Institute, Seoul (transcript)",
    publisher: "NATO",
    language: "en",
    url: "https://www.nato.int/cps/en/natohq/opinions_211296.htm",
    publishedOn: "2023-01-30",
    coverage: "excerpts",
    text: toExcerpts([NOVEMBER, JUNE]),
    passages: [
      { slug: "nato-chey-mission", exact: NOVEMBER },
      { slug: "nato-chey-summit", exact: JUNE },
    ],
  },
  {
    slug: "nato-seoul",
    title: "Secretary General stresses value of NATO's global partnerships in visit to Republic of Korea",
    publisher: "NATO",
    language: "en",
    url: "https://www.nato.int/cps/en/natohq/news_211270.htm",
    publishedOn: "2023-01-30",
    coverage: "excerpts",
    text: toExcerpts([WRAPPED_UP, PARK]),
    passages: [
      { slug: "nato-seoul-visit", exact: WRAPPED_UP },
      { slug: "nato-seoul-park", exact: PARK },
    ],
  },
  {
    slug: "nato-tokyo",
    title: "Secretary General in Tokyo: No NATO partner is closer or more capable than Japan",
    publisher: "NATO",
    language: "en",
    url: "https://www.nato.int/cps/en/natohq/news_211272.htm",
    publishedOn: "2023-01-31",
    coverage: "excerpts",
    text: toExcerpts([TALKS, IRUMA]),
    passages: [
      { slug: "nato-tokyo-kishida", exact: TALKS },
      { slug: "nato-tokyo-iruma", exact: IRUMA },
    ],
  },
];
