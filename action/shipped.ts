// What the bundle carries of the package: our handbooks and pages.
import { readShipped, type Shipped } from '../src/shipped.ts';

/** `npm run bundle` puts the texts themselves here: a runner has the bundle and nothing else of ours. */
export const shipped: Shipped = readShipped();
