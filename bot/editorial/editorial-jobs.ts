/** What goes on beside the turns for editors: approvals of other copies are written here too, weeks are drawn. */
import { repeatJob } from '../repeat-job.ts';

export interface EditorialJobs {
  readonly publish: () => Promise<unknown>;
  readonly draw: () => Promise<unknown>;
  readonly onError: (error: unknown) => void;
}

export function startEditorialJobs({ publish, draw, onError }: EditorialJobs) {
  const jobs = [
    repeatJob({ everyMs: 5_000, work: publish, onError }),
    repeatJob({ everyMs: 3_600_000, work: draw, onError }),
  ];
  return { stop: async () => void (await Promise.all(jobs.map((job) => job.stop()))) };
}
