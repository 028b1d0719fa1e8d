/** How the worker of the gallery begins to say that the real one would take a request for garbled. */
export const refusal = 'the worker would refuse what ';
