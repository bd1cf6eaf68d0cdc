/** How it was. */
import { Faces } from './faces.tsx';

export const RateScreen = () => <Faces />;
