import { bundleRoute } from '../../search/index/bundle-route.ts';

export const { getStaticPaths, GET } = bundleRoute('pf_index');
