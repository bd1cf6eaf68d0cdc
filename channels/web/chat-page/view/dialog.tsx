/** A dialog in the words of this page. */
import { DialogFrame, type DialogFrameProps } from '../../../pages/view/dialog-frame.tsx';
import { usePage } from './page-context.ts';

export function Dialog(props: Omit<DialogFrameProps, 'close'>) {
  const { texts } = usePage();
  return <DialogFrame {...props} close={texts.close} />;
}
