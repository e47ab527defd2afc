import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import * as z from "zod";
import { loadEnv, type OidcSetting } from "../env";
import { toBaseUrl } from "./base-url";

export const CALLBACK = "/api/v1/oidc/callback";

/** What a browser keeps while it is away at the provider. */
export type OidcAttempt = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** Who somebody is, as the provider says. */
export type OidcIdentity = {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  /** In lower case; the provider has seen that it is theirs. */
  readonly email: string;
};

/** The provider, or what came back from it, cannot be believed or used. */
export class OidcRefusal extends Error {
  override readonly name = "OidcRefusal";
}

/** Begins an attempt, and says to where the browser is sent; throws an OidcRefusal if the provider does not answer. */
export async function beginOidc(
  setting: OidcSetting,
): Promise<{ readonly attempt: OidcAttempt; readonly address: string }> {
  const configuration = await configure(setting);
  const attempt = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
  const address = buildAuthorizationUrl(configuration, {
    ...{ redirect_uri: toBaseUrl() + CALLBACK, scope: "openid email profile" },
    ...{ state: attempt.state, nonce: attempt.nonce },
    ...{ code_challenge: await calculatePKCECodeChallenge(attempt.verifier), code_challenge_method: "S256" },
  });
  return { attempt, address: address.href };
}

const Claims = z.object({
  sub: z.string().min(1).max(255),
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(254)
    .regex(/^[^\s@]+@[^\s@]+$/),
  email_verified: z.literal(true),
  name: z.string().trim().min(1).max(100).optional().catch(undefined),
});

/**
 * Who came back from the provider. Throws an OidcRefusal unless state, nonce, issuer, audience, signature and times are
 * right, and the provider vouches for the address.
 */
export async function finishOidc(
  setting: OidcSetting,
  { state, nonce, verifier }: OidcAttempt,
  query: string,
): Promise<OidcIdentity> {
  const configuration = await configure(setting);
  const address = new URL(`${toBaseUrl()}${CALLBACK}${query}`);
  const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
  const tokens = await orOidcRefusal(() => authorizationCodeGrant(configuration, address, checks));
  const told = tokens.claims();
  if (!told) throw new OidcRefusal("The provider sent no token of identity.");
  // Some tell the address only to whoever asks for it by itself.
  const more =
    told.email === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined
      ? await orOidcRefusal(() => fetchUserInfo(configuration, tokens.access_token, told.sub))
      : {};
  const claims = Claims.safeParse({ ...more, ...told });
  if (!claims.success) throw new OidcRefusal("The provider does not vouch for an e-mail address.");
  const { sub, email, name } = claims.data;
  return { issuer: setting.issuer, subject: sub, email, name: name ?? email.slice(0, 100) };
}

/** How the provider is called on the way to it; `null` without one. */
export function toOidcName(): string | null {
  const { oidc } = loadEnv();
  return oidc && new URL(oidc.issuer).host;
}

const LONGEST_SECONDS = 10;
const kept = new Map<string, Promise<Configuration>>();

// What the provider says of itself is asked for once; after a failure again.
function configure({ issuer, clientId, clientSecret }: OidcSetting): Promise<Configuration> {
  const key = JSON.stringify([issuer, clientId, clientSecret]);
  const known = kept.get(key);
  if (known) return known;
  const url = new URL(issuer);
  // The settings let only this machine be asked without TLS.
  const execute = [enableNonRepudiationChecks, ...(url.protocol === "http:" ? [allowInsecureRequests] : [])];
  const configuration = orOidcRefusal(() =>
    discovery(url, clientId, undefined, toClientAuth(clientSecret), { timeout: LONGEST_SECONDS, execute }),
  );
  kept.set(key, configuration);
  configuration.catch(() => kept.delete(key));
  return configuration;
}

// As the provider takes it; where it does not say, as the standard has it.
function toClientAuth(secret: string): ClientAuth {
  return (server, ...rest) => {
    const known = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    const isBasic = known.includes("client_secret_basic");
    return (isBasic ? ClientSecretBasic(secret) : ClientSecretPost(secret))(server, ...rest);
  };
}

async function orOidcRefusal<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new OidcRefusal(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
