import type { NodeView } from '../../core';

const gpu =
  /^(?:nvidia\.com\/(?:gpu|mig-)|amd\.com\/gpu|gpu\.intel\.com\/|habana\.ai\/gaudi|aws\.amazon\.com\/neuron|google\.com\/tpu)/;

/** The entries of a container's requests or limits that count accelerators. */
export function gpuEntries(container: NodeView, list: 'requests' | 'limits'): readonly NodeView[] {
  return (container.at('resources', list)?.entries() ?? []).filter(({ key }) => gpu.test(key));
}
