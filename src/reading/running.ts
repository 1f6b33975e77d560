import type { IndicatorView } from '../../machines/view.ts';

/** Whether somebody still has to do something by the due day. */
export function isRunning({ view }: { readonly view: Pick<IndicatorView, 'status'> }): boolean {
  return view.status === 'notStarted' || view.status === 'inProgress';
}
