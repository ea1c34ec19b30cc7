import { defineCrossRule } from '../../core';

const authentication = (selector = ''): string =>
  `apiVersion: security.istio.io/v1\nkind: RequestAuthentication\nmetadata:\n  name: scorer\n  namespace: fraud\nspec:\n${selector}  jwtRules: [{ issuer: https://issuer.example.com, jwksUri: https://issuer.example.com/keys }]\n`;
const policy = (source: string, selector = ''): string =>
  `apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: { name: tokens, namespace: fraud }\nspec:\n${selector}  rules: [{ from: [{ source: ${source} }] }]\n`;
const app = '  selector: { matchLabels: { app: scorer } }\n';

/** A RequestAuthentication that no policy completes. */
export default defineCrossRule({
  id: 'istio/require-token-policy',
  catalogue: ['istio-jwt-without-authz'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  environment: 'authentication',
  summary: 'Tokens are checked, but none is demanded.',
  why: 'A RequestAuthentication refuses invalid tokens only. A request without any token passes, so the model is open to everyone who leaves the header out.',
  remedy: 'Add an AuthorizationPolicy for the same workload that names `requestPrincipals`.',
  references: [
    {
      title: 'Istio: RequestAuthentication accepts requests without token',
      url: 'https://istio.io/latest/docs/reference/config/security/request_authentication/',
    },
    {
      title: 'Istio: require a valid token',
      url: 'https://istio.io/latest/docs/tasks/security/authentication/authn-policy/#require-a-valid-token',
    },
  ],
  messages: { optional: 'Requests without a token pass: no policy here demands requestPrincipals.' },
  fix: { none: 'Whose tokens may call is known to the author.' },
  from: 'token-authentication',
  to: 'token-policy',
  within: 'workspace',
  // A policy without selector holds for its whole namespace, so selectors are compared and no key can say it.
  fromKey: () => 'authentication',
  toKey: () => 'policy',
  whenNone(from, policies) {
    const covers = policies.some(({ attributes }) => {
      const [home, there] = [from.attributes['namespace'], attributes['namespace']];
      const isElsewhere = home !== undefined && there !== undefined && home !== there;
      const { selector } = attributes;
      return (
        !isElsewhere &&
        (selector === '' || selector === from.attributes['selector'] || selector?.includes('?'))
      );
    });
    return covers ? undefined : { message: 'optional' };
  },
  examples: {
    bad: [
      { files: { 'jwt.yaml': authentication().replace('name: scorer', 'name: «scorer»') } },
      {
        files: {
          'jwt.yaml': authentication(app).replace('name: scorer', 'name: «scorer»'),
          'policy.yaml': policy('{ namespaces: [fraud] }', app),
        },
      },
      {
        files: {
          'jwt.yaml': authentication(app).replace('name: scorer', 'name: «scorer»'),
          'policy.yaml': policy('{ requestPrincipals: ["*"] }', app.replace('scorer', 'other')),
        },
      },
    ],
    good: [
      {
        files: {
          'jwt.yaml': authentication(app),
          'policy.yaml': policy('{ requestPrincipals: ["*"] }', app),
        },
      },
      {
        files: { 'jwt.yaml': authentication(app), 'policy.yaml': policy('{ requestPrincipals: ["iss/*"] }') },
      },
      { files: { 'jwt.yaml': authentication(), 'policy.yaml': policy('{ notRequestPrincipals: ["*"] }') } },
    ],
  },
});
