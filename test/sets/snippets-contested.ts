/** Opinions that a snippet cannot or should not meet, whatever its technology, each with the reason. */
export const contested: Readonly<Record<string, string>> = {
  'kubernetes/require-image-digest':
    'A snippet cannot know the digest of the reader’s image; a made-up one would not be pulled.',
  'kubernetes/require-pull-policy-always':
    'Tags in snippets are versions, which do not move; pulling them anew each time only costs.',
  'kubernetes/require-node-affinity': 'On which nodes pods may run is the cluster’s business.',
  'kubernetes/require-priority-class': 'Priority classes are named by each cluster.',
  'kubernetes/no-untrusted-registry':
    'Which registries are trusted is for each team to list; registry.example.com stands for theirs.',
  'dockerfile/require-image-digest':
    'A digest in a snippet would be an old one; the tags are exact versions, and a bot adds digests.',
  'seldon/no-unlicensed-production':
    'Who asks for a Seldon snippet has chosen Seldon; that it needs a licence is said in the description.',
  'kubernetes/require-restart-policy':
    'The default is what a service needs, and the operators of Ray and Katib choose for pods of their own.',
};
