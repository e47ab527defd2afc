/** An IANA time zone name that this runtime knows, such as "Asia/Seoul". */
export type Zone = string & { readonly __brand: "Zone" };
