const days = 90;

/** Jobs end and are kept for years: those that began in the last 90 days say how jobs are made here. */
export const recent = (started: Date): Date => new Date(started.getTime() - days * 24 * 60 * 60 * 1000);
