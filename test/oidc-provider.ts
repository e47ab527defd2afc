import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export type OidcProvider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the next tokens say otherwise than they should; `key` signs them by a key that nobody knows. */
  lie: { readonly claims?: Readonly<Record<string, unknown>>; readonly key?: "unknown" };
  /** What it was asked for as a browser is sent to it, and the query that the browser brings back. */
  readonly authorize: (address: string) => { readonly asked: URLSearchParams; readonly query: string };
  readonly close: () => Promise<void>;
};

/** A provider of identities on loopback, as small as the standard lets it be; it knows one person. */
export async function openOidcProvider(claims: Readonly<Record<string, unknown>>): Promise<OidcProvider> {
  const [key, unknown] = [generateKeyPairSync("rsa", KEY), generateKeyPairSync("rsa", KEY)];
  const client = { clientId: "dateline", clientSecret: "the secret of the client" };
  const codes = new Map<string, { readonly nonce: string | null; readonly challenge: string | null }>();
  const server = createServer((request, response) => {
    void answer(request)
      .catch(() => [500, {}] as const)
      .then((told) => send(response, told));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage): Promise<readonly [number, object]> {
    if (request.url === "/.well-known/openid-configuration") return [200, toMetadata(issuer)];
    if (request.url === "/jwks") {
      return [
        200,
        { keys: [{ ...key.publicKey.export({ format: "jwk" }), alg: "RS256", kid: "1", use: "sig" }] },
      ];
    }
    if (request.url !== "/token") return [404, {}];
    const asked = new URLSearchParams(await text(request));
    const code = asked.get("code") ?? "";
    const known = codes.get(code);
    // Once.
    codes.delete(code);
    const secret = `${client.clientId}:${encodeURIComponent(client.clientSecret).replaceAll("%20", "+")}`;
    const isClient = request.headers.authorization === `Basic ${Buffer.from(secret).toString("base64")}`;
    const verifier = createHash("sha256")
      .update(asked.get("code_verifier") ?? "")
      .digest("base64url");
    if (!known || !isClient || verifier !== known.challenge) return [400, { error: "invalid_grant" }];
    const now = Math.floor(Date.now() / 1000);
    const told = {
      ...{ iss: issuer, aud: client.clientId, iat: now, exp: now + 60, nonce: known.nonce },
      ...claims,
      ...provider.lie.claims,
    };
    const token = toToken(told, provider.lie.key === "unknown" ? unknown.privateKey : key.privateKey);
    return [200, { access_token: "x", token_type: "Bearer", expires_in: 60, id_token: token }];
  }

  const provider: OidcProvider = {
    ...{ issuer, ...client, lie: {} },
    authorize(address) {
      const asked = new URL(address).searchParams;
      const code = randomBytes(9).toString("base64url");
      codes.set(code, { nonce: asked.get("nonce"), challenge: asked.get("code_challenge") });
      const query = new URLSearchParams({ code, state: asked.get("state") ?? "", iss: issuer });
      return { asked, query: `?${query}` };
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return provider;
}

const KEY = { modulusLength: 2048 };

function toMetadata(issuer: string): object {
  return {
    issuer,
    ...{ authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` },
    ...{
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
    },
    id_token_signing_alg_values_supported: ["RS256"],
    authorization_response_iss_parameter_supported: true,
  };
}

function toToken(claims: object, key: Parameters<typeof sign>[2]): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
  const signed = `${encode({ alg: "RS256", kid: "1", typ: "JWT" })}.${encode(claims)}`;
  return `${signed}.${sign("sha256", Buffer.from(signed), key).toString("base64url")}`;
}

function send(response: ServerResponse, [status, body]: readonly [number, object]): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
