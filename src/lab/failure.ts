/** Why the lab stopped, in words for whoever started it: what is wrong, where, and what to do. */
export class Failure extends Error {}

/** The lab could not begin: no Python, no package index. Nothing is known to be wrong with the examples. */
export class Unavailable extends Failure {}
