/** A dialog in the words of this page. */
import { DialogFrame, type DialogFrameProps } from '../../../pages/view/dialog-frame.tsx';
import { texts } from '../texts/texts.ts';

type DialogProps = Omit<DialogFrameProps, 'close' | 'kind'> & Partial<Pick<DialogFrameProps, 'kind'>>;

export const Dialog = ({ kind = 'sheet', ...rest }: DialogProps) => (
  <DialogFrame {...rest} kind={kind} close={texts.close} />
);
