// Loaded into the server before its own code: a handler cannot see the connection, and what is said of it in headers
// anybody can say. What listens writes down who is at the other end, over whatever was sent by that name.
import { subscribe } from "node:diagnostics_channel";

subscribe("http.server.request.start", ({ request }) => {
  request.headers["x-dateline-peer"] = request.socket.remoteAddress ?? "";
});
