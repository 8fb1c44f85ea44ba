/** A collection of the guide as data. */
import { datasets, fileOf, type Dataset } from '../../data/datasets.ts';

export const getStaticPaths = () => datasets.map((dataset) => ({ params: { name: dataset.name }, props: { dataset } }));

export const GET = ({ props: { dataset } }: { props: { dataset: Dataset } }) => Response.json(fileOf(dataset));
