import type { Kind, Technology } from '../../core';
import { authenticationFacts, principalFacts } from './policy-facts';

const security = 'security.istio.io';
const networking = 'networking.istio.io';

function kind(name: string, title: string, group: string, resource: string, facts?: Kind['facts']): Kind {
  return {
    id: `istio/${name}`,
    title,
    formats: ['yaml', 'json'],
    resource: { group, kinds: [resource] },
    booleans: 'yaml-1.1',
    ...(facts && { facts }),
  };
}

/** Istio: who may talk to whom in the mesh, and how. */
const technology: Technology = {
  slug: 'istio',
  title: 'Istio',
  pattern: 'security-compliance',
  homepage: 'https://istio.io',
  kinds: [
    kind('peer-authentication', 'Istio PeerAuthentication', security, 'PeerAuthentication'),
    kind(
      'request-authentication',
      'Istio RequestAuthentication',
      security,
      'RequestAuthentication',
      authenticationFacts,
    ),
    kind(
      'authorization-policy',
      'Istio AuthorizationPolicy',
      security,
      'AuthorizationPolicy',
      principalFacts,
    ),
    kind('gateway', 'Istio Gateway', networking, 'Gateway'),
    kind('virtual-service', 'Istio VirtualService', networking, 'VirtualService'),
    {
      ...kind('destination-rule', 'Istio DestinationRule', networking, 'DestinationRule'),
      mounts: [
        { at: ['spec', 'trafficPolicy'], as: 'istio/traffic-policy' },
        { at: ['spec', 'subsets', '*', 'trafficPolicy'], as: 'istio/traffic-policy' },
      ],
    },
    kind('service-entry', 'Istio ServiceEntry', networking, 'ServiceEntry'),
  ],
  views: [
    {
      id: 'istio/traffic-policy',
      title: 'traffic policy of a destination or a subset',
      mounts: [
        { at: ['tls'], as: 'istio/client-tls' },
        { at: ['portLevelSettings', '*', 'tls'], as: 'istio/client-tls' },
      ],
    },
    { id: 'istio/client-tls', title: 'TLS of connections to a destination', booleans: 'yaml-1.1' },
  ],
};

export default technology;
