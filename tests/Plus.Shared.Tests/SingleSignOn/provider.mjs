// A real identity provider for the tests, which can be told to answer with a token that is not right.
// node provider.mjs NODE_MODULES PORT CLIENT_ORIGIN
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

const [modules, port, origin] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(join(modules, name)).href);
const { default: Provider } = await load('oidc-provider/lib/index.js');
const { SignJWT, decodeJwt, exportJWK, generateKeyPair, importJWK } = await load('jose/dist/webapi/index.js');

const issuer = `http://127.0.0.1:${port}`;
const { privateKey } = await generateKeyPair('RS256', { extractable: true });
const jwk = { ...(await exportJWK(privateKey)), kid: 'right', use: 'sig', alg: 'RS256' };
const other = (await generateKeyPair('RS256', { extractable: true })).privateKey;
const right = await importJWK(jwk, 'RS256');

const people = {};
let fault = '';

const sign = (claims, key = right, header = { alg: 'RS256', kid: 'right' }) =>
  new SignJWT(claims).setProtectedHeader(header).sign(key);
const now = () => Math.floor(Date.now() / 1000);
const faults = {
  nonce: (c) => sign({ ...c, nonce: 'another' }),
  expired: (c) => sign({ ...c, iat: now() - 7200, exp: now() - 3600 }),
  audience: (c) => sign({ ...c, aud: 'somebody-else' }),
  issuer: (c) => sign({ ...c, iss: 'http://127.0.0.1:1' }),
  signature: (c) => sign(c, other),
  secret: (c) => sign(c, new TextEncoder().encode('a secret that both sides of the client know'), { alg: 'HS256' }),
  unsigned: (c) => `${b64({ alg: 'none' })}.${b64(c)}.`,
  strong: (c) => sign({ ...c, amr: ['pwd', 'otp'] }),
};
const b64 = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'plus',
      client_secret: 'a secret that both sides of the client know',
      token_endpoint_auth_method: 'client_secret_post',
      redirect_uris: [`${origin}/login/sso/callback`, `${origin}/host-work/sso/callback`],
      backchannel_logout_uri: `${origin}/login/sso/logout`,
      backchannel_logout_session_required: true,
    },
  ],
  jwks: { keys: [jwk] },
  cookies: { keys: ['provider of the tests'] },
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['groups', 'office', 'number'] },
  features: { backchannelLogout: { enabled: true } },
  pkce: { required: () => true },
  // PLUS lies on this machine here; a provider elsewhere is right to call no such address.
  fetch: (url, options) =>
    globalThis.fetch(url, { ...options, dispatcher: undefined, signal: AbortSignal.timeout(30_000) }),
  findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...people[sub] }) }),
});

provider.use(async (ctx, next) => {
  if (ctx.path === '/control') {
    const said = new URL(ctx.req.url, issuer).searchParams;
    if (said.has('person')) people[said.get('person')] = JSON.parse(said.get('claims'));
    if (said.has('fault')) fault = said.get('fault');
    if (said.has('logoutToken')) {
      const claims = { iss: issuer, aud: 'plus', sub: said.get('logoutToken'), iat: now(), jti: String(Math.random()) };
      const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
      const kinds = {
        right: () => sign({ ...claims, events, exp: now() + 120 }),
        forged: () => sign({ ...claims, events, exp: now() + 120 }, other),
        old: () => sign({ ...claims, events, iat: now() - 3600 }),
        identity: () => sign({ ...claims, exp: now() + 120 }),
        nonce: () => sign({ ...claims, events, exp: now() + 120, nonce: 'x' }),
        audience: () => sign({ ...claims, events, exp: now() + 120, aud: 'somebody-else' }),
      };
      ctx.body = await kinds[said.get('kind')]();
      return;
    }
    ctx.body = 'ok';
    return;
  }
  await next();
  if (ctx.oidc?.route === 'token' && fault && ctx.body?.id_token) {
    ctx.body.id_token = await faults[fault](decodeJwt(ctx.body.id_token));
  }
});

provider.listen(Number(port), '127.0.0.1', () => console.log('ready'));
