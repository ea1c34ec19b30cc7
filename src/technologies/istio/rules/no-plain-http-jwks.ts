import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { security } from '../example-text';

const authentication = (uri: string): string =>
  security(
    'RequestAuthentication',
    `jwtRules:\n  - issuer: https://issuer.example.com\n    jwksUri: ${uri}\n`,
  );

export default defineRule({
  id: 'istio/no-plain-http-jwks',
  catalogue: ['istio-jwks-http'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'transport',
  summary: 'The keys that tokens are checked with are fetched over plain HTTP.',
  why: 'Who stands between istiod and the issuer can hand over keys of his own, and then sign any token that he likes.',
  remedy: 'Fetch the keys over `https://`, or write them into `jwks`.',
  references: [
    {
      title: 'Istio: RequestAuthentication, JWTRule',
      url: 'https://istio.io/latest/docs/reference/config/security/request_authentication/#JWTRule',
    },
    {
      title: 'RFC 8725: JSON Web Token best current practices',
      url: 'https://www.rfc-editor.org/rfc/rfc8725',
    },
  ],
  messages: { plain: 'The keys of the issuer are fetched over plain HTTP from "{value}".' },
  fix: 'review',
  looksAt: [{ view: 'istio/request-authentication', path: ['spec', 'jwtRules', '*', 'jwksUri'] }],
  *check(at): Iterable<Report> {
    const uri = at.text();
    if (uri.is !== 'known' || !uri.value.startsWith('http://')) return;
    const fix = at.fix('review', 'Fetch over https', at.set([], uri.value.replace('http://', 'https://')));
    yield { message: 'plain', data: { value: uri.value }, span: uri.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'jwt.yaml',
        text: authentication('«http://issuer.example.com/keys» # inside'),
        fixed: authentication('https://issuer.example.com/keys # inside'),
      },
    ],
    good: [
      { path: 'jwt.yaml', text: authentication('https://issuer.example.com/keys') },
      { path: 'jwt.yaml', text: authentication('http://${ISSUER}/keys') },
      { path: 'jwt.yaml', text: authentication('https://issuer.example.com/?next=http://x') },
    ],
  },
});
