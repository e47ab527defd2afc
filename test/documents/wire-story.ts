/** A report in the manner of a news agency, made up for the tests. */
export const WIRE_STORY = `World News

Port talks resume in Lisbon as envoy begins tour of the Atlantic

© Northwire. FILE PHOTO: The trade envoy Ana Prado speaks at a forum in Geneva, Switzerland, March 3, 2021. NORTHWIRE/Jo Lind

By Maria Okafor

LISBON (Reuters) -The trade envoy Ana Prado arrived in Portugal on Sunday, the first stop of a tour that will take her to Morocco and is meant to settle a quarrel over fishing grounds.

She met the minister for the sea, and was expected to meet the prime minister on Monday.

“Nobody wins by waiting,” she said.

Flying to Rabat on Tuesday, the envoy has meetings scheduled with the harbour authorities. Both sides signed a first agreement last year.
`;
