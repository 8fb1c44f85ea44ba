/** The JSON Schema that a collection's data keeps to. */
import { datasets, schemaOf, type Dataset } from '../../data/datasets.ts';

export const getStaticPaths = () => datasets.map((dataset) => ({ params: { name: dataset.name }, props: { dataset } }));

export const GET = ({ props: { dataset } }: { props: { dataset: Dataset } }) => Response.json(schemaOf(dataset));
