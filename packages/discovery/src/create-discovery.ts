// Discovery as the page and the command line use it: our data, then the network.
import { askNetwork, type NetworkOptions } from './ask-network.ts';
import { discover } from './discover.ts';
import type { Discover } from './discovery.ts';

export function createDiscovery(options: NetworkOptions): Discover {
  const asking = askNetwork(options);
  return (address) => discover(asking, address);
}
